import { Button } from "react-aria-components";
import type { WrittenOutcome } from "../engine/protocol";
import { percent } from "../geometry/format";
import { useTranslation } from "../i18n";
import { useApp } from "../state/useApp";
import { Distribution } from "../views/Distribution";
import { barOf, comparable, kept, shownPosition, written } from "./compare";
import { inputLanguage } from "./labels";

interface Props {
  readonly now: WrittenOutcome;
  /** With nothing changed; null where nothing is. */
  readonly before: WrittenOutcome | null;
}

/** What a model writes: the next token at a position, and all of them. */
export function WrittenPanel({ now, before }: Props) {
  const typed = useApp((state) => inputLanguage(state.model));
  const language = now.kind === "sequence" ? now.language : typed;
  return (
    <>
      {before ? <Texts now={now} before={before} language={language} /> : null}
      <NextWord now={now} before={before} language={language} />
      <WordByWord now={now} language={language} />
    </>
  );
}

interface TextsProps {
  readonly now: WrittenOutcome;
  readonly before: WrittenOutcome;
  readonly language: string;
}

/** Both outputs, one under the other; words that only one has are underlined. */
function Texts({ now, before, language }: TextsProps) {
  const { t } = useTranslation();
  const words = written(now);
  const same = kept(words, written(before));
  return (
    <>
      <h2 className="heading">{t("outcome.compare")}</h2>
      <dl className="translations">
        <dt className="soft small">{t("outcome.withAll")}</dt>
        <dd lang={language}>{before.text}</dd>
        <dt className="soft small">{t("outcome.now")}</dt>
        <dd lang={language} data-testid="changed-text">
          {words.map(({ text }, index) => (
            <span key={index} className={same[index] ? "word" : "word changed"}>
              {text}
            </span>
          ))}
        </dd>
      </dl>
      <p className="soft small" role="status">
        {t(now.text === before.text ? "outcome.same" : "outcome.changed")}
      </p>
    </>
  );
}

function NextWord({ now, before, language }: Props & { readonly language: string }) {
  const { t } = useTranslation();
  const chosen = useApp((state) => state.scene.selection.position);
  const position = shownPosition(now, chosen);
  const { candidates = [] } = now.positions[position] ?? {};
  const comparison = before ? comparable(now, before, position) : null;
  const compared = comparison?.kind === "same";
  return (
    <>
      <h2 className="heading plain" data-testid="next-word">
        {position === 0 ? t("outcome.first") : t("outcome.next", { prefix: prefixOf(now, position) })}
      </h2>
      <Distribution
        bars={candidates.map(barOf)}
        compared={compared}
        language={language}
        describe={({ text }, share, was) =>
          compared
            ? t("outcome.probabilityWas", { token: text, percent: share, was })
            : t("outcome.probability", { token: text, percent: share })
        }
      />
      {compared ? <p className="soft small">{t("outcome.legend")}</p> : null}
      {comparison?.kind === "differs" ? (
        <p className="soft small">{t("outcome.differs", { prefix: comparison.prefix.join(" ") })}</p>
      ) : null}
      {comparison?.kind === "ended" ? <p className="soft small">{t("outcome.differsEnd")}</p> : null}
    </>
  );
}

/** What stood before the prediction at `position`. */
function prefixOf(outcome: WrittenOutcome, position: number): string {
  if (outcome.kind === "nextToken") {
    return outcome.positions
      .slice(0, position + 1)
      .map(({ given }) => given.text)
      .join("");
  }
  const words = outcome.positions.slice(1, position + 1).map(({ given }) => given.text);
  return words.join(outcome.language === "zh" ? "" : " ");
}

function WordByWord({ now, language }: { readonly now: WrittenOutcome; readonly language: string }) {
  const { t } = useTranslation();
  const chosen = useApp((state) => state.scene.selection.position);
  const select = useApp((state) => state.select);
  const shown = shownPosition(now, chosen);
  return (
    <>
      <h2 className="heading">{t("outcome.positions")}</h2>
      <table className="positions">
        <thead>
          <tr>
            <th scope="col">{t("outcome.given")}</th>
            <th scope="col">{t("outcome.written")}</th>
            <th scope="col">{t("outcome.share")}</th>
          </tr>
        </thead>
        <tbody>
          {now.positions.map(({ given, next, candidates: [best] }, index) => {
            const token = next ?? best;
            return (
              <tr key={index} className={index === shown ? "chosen" : undefined}>
                <td>
                  <Button
                    className="chip"
                    aria-label={t("outcome.choose", { token: given.text })}
                    onPress={() => select({ position: index })}
                  >
                    <span lang={language}>{given.text}</span>
                  </Button>
                </td>
                <td lang={language}>{token?.text}</td>
                <td className="number" title={String(token?.probability)}>
                  {token ? percent(token.probability) : null}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}
