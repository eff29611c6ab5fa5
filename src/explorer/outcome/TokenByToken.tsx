import { memo, useCallback } from "react";
import type { Position, WrittenOutcome } from "../../engine/protocol";
import { percent } from "../../geometry/format";
import { useTranslation } from "../../i18n";
import { useApp } from "../../state/useApp";
import { shownPosition } from "../compare";
import { visible } from "../tokenText";

/** Every token that the decoder was given, with the one that comes next and how likely that was. */
export function TokenByToken({ now, language }: { readonly now: WrittenOutcome; readonly language: string }) {
  const { t } = useTranslation();
  const chosen = useApp((state) => state.scene.selection.position);
  const select = useApp((state) => state.select);
  const choose = useCallback((position: number) => select({ position, query: position, key: null }), [select]);
  const shown = shownPosition(now, chosen);
  return (
    <>
      <h2 className="heading">{t("outcome.positions")}</h2>
      <div className="positions-scroll">
        <table className="positions">
          <thead>
            <tr>
              <th scope="col">{t("outcome.given")}</th>
              <th scope="col">{t("outcome.written")}</th>
              <th scope="col">{t("outcome.share")}</th>
            </tr>
          </thead>
          <tbody lang={language}>
            {now.positions.map(({ given, next, candidates: [best] }, index) => (
              <Row
                key={index}
                index={index}
                given={given.text}
                {...comes(next ?? best)}
                isWritten={next !== null}
                isChosen={index === shown}
                choose={choose}
              />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function comes(candidate: Position["candidates"][number] | undefined) {
  return { text: candidate?.text ?? "", probability: candidate?.probability ?? 0 };
}

interface RowProps {
  readonly index: number;
  readonly given: string;
  /** The token that comes next, or the likeliest where none does yet. */
  readonly text: string;
  readonly probability: number;
  readonly isWritten: boolean;
  readonly isChosen: boolean;
  readonly choose: (index: number) => void;
}

/** Drawn again only where something of it is another: most of a text stays while its end is typed. */
const Row = memo(function Row({ index, given, text, probability, isWritten, isChosen, choose }: RowProps) {
  const { t } = useTranslation();
  return (
    <tr className={isChosen ? "chosen" : undefined}>
      <td>
        <button
          type="button"
          className="chip"
          aria-label={t("outcome.choose", { token: visible(given) })}
          aria-pressed={isChosen}
          onClick={() => choose(index)}
        >
          {visible(given)}
        </button>
      </td>
      <td className={isWritten ? undefined : "soft"}>{isWritten ? visible(text) : `${visible(text)} ?`}</td>
      <td className="number" title={String(probability)}>
        {percent(probability)}
      </td>
    </tr>
  );
});
