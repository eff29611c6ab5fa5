/** Every prediction before and now, and one of them with all that was likely. */
import { useRef } from "react";
import type { RunResult } from "../../engine/protocol";
import type { LabelledMatrix } from "../../geometry/export";
import { percent, significant } from "../../geometry/format";
import { type Translate, useTranslation } from "../../i18n";
import { useApp } from "../../state/useApp";
import { OutcomeComparison } from "../../views/OutcomeComparison";
import { shownPosition } from "../compare";
import { inputLanguage, writtenOf } from "../labels";
import { SaveMenu } from "../SaveMenu";
import { visible } from "../tokenText";
import { comparedTokens, type Prediction, predictionsOf } from "./predictions";

/** Candidates of each side that are compared. */
const most = 6;

export function Predictions({ run }: { readonly run: RunResult }) {
  const { t } = useTranslation();
  const chosen = useApp((state) => state.scene.selection.position);
  const select = useApp((state) => state.select);
  const typed = useApp((state) => inputLanguage(state.model));
  const language = run.outcome.kind === "sequence" ? run.outcome.language : typed;
  const figure = useRef<HTMLDivElement>(null);
  const all = predictionsOf(run);
  const writes = writtenOf(run.outcome);
  const position = writes ? shownPosition(writes, chosen) : chosen;
  const shown = all.find((one) => one.position === position) ?? all[0];
  if (!shown) return null;
  const heading =
    run.outcome.kind === "classes"
      ? t("without.compared.class")
      : t("without.compared", { place: visible(shown.place) });
  const compared = comparedTokens(shown, most).map((token) => ({ ...token, text: visible(token.text) }));
  return (
    <section className="predictions" aria-labelledby="without-rows">
      <h2 id="without-rows" className="heading">
        {t("without.rows")}
      </h2>
      {run.outcome.kind === "classes" ? null : (
        <>
          <table className="positions">
            <thead>
              <tr>
                <th scope="col">{t(run.outcome.kind === "masked" ? "without.rows.hidden" : "without.rows.place")}</th>
                <th scope="col">{t("without.rows.was")}</th>
                <th scope="col">{t("without.rows.is")}</th>
                <th scope="col">{t("without.rows.difference")}</th>
                <th scope="col" title={t("without.divergence.help")}>
                  {t("without.rows.divergence")}
                </th>
              </tr>
            </thead>
            <tbody>
              {all.map((one) => (
                <Row
                  key={one.position}
                  prediction={one}
                  language={language}
                  chosen={one === shown}
                  onChoose={() => select({ position: one.position })}
                />
              ))}
            </tbody>
          </table>
          {writes ? <p className="soft small">{t("without.rows.differs")}</p> : null}
          <SaveMenu title={t("without.rows")} matrix={() => tableOf(all, t)} figure={null} />
        </>
      )}
      <h3 className="heading plain">{heading}</h3>
      <div ref={figure}>
        <OutcomeComparison
          tokens={compared}
          language={language}
          label={heading}
          smallest={{ before: shown.was.at(-1)?.probability ?? 0, now: shown.is.at(-1)?.probability ?? 0 }}
          divergence={shown.divergence}
        />
      </div>
      <SaveMenu
        title={heading}
        matrix={() => ({
          data: Float32Array.from(compared.flatMap(({ before, now }) => [before ?? Number.NaN, now ?? Number.NaN])),
          rowLabels: compared.map(({ text }) => text),
          columnLabels: [t("without.before"), t("without.now")],
        })}
        figure={figure}
      />
    </section>
  );
}

/** The numbers of the table: of the likeliest token before, what it was, what it is, and the divergence. */
function tableOf(all: readonly Prediction[], t: Translate): LabelledMatrix {
  const numbers = all.flatMap(({ was: [best], difference, divergence }) => {
    const probability = best?.probability ?? Number.NaN;
    return [probability, probability + difference, difference, divergence];
  });
  return {
    data: Float32Array.from(numbers),
    rowLabels: all.map(({ place, was, is }) => `${place}: ${was[0]?.text ?? ""} → ${is[0]?.text ?? ""}`),
    columnLabels: [t("without.before"), t("without.now"), t("without.rows.difference"), t("without.rows.divergence")],
  };
}

interface RowProps {
  readonly prediction: Prediction;
  readonly language: string;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

function Row({ prediction, language, chosen, onChoose }: RowProps) {
  const { t } = useTranslation();
  const { place, was, is, before, after, difference, divergence } = prediction;
  const [{ text: old = "", probability = 0 } = {}] = was;
  return (
    <tr className={chosen ? "chosen" : undefined}>
      <td>
        <button
          type="button"
          className="chip"
          lang={language}
          aria-label={t("without.rows.choose", { token: visible(place) })}
          aria-pressed={chosen}
          onClick={onChoose}
        >
          {visible(place)}
        </button>
      </td>
      <td lang={language}>{visible(old)}</td>
      <td lang={language}>
        <span className={before === after ? undefined : "changed"}>{visible(is[0]?.text ?? "")}</span>
      </td>
      <td className="number">
        {percent(probability)} → {percent(Math.max(0, probability + difference))}
      </td>
      <td className="number" title={String(divergence)}>
        {significant(divergence)}
      </td>
    </tr>
  );
}
