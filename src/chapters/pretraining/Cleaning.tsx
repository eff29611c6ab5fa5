/** A document before and after each rule, with what changed marked. */
import { useState } from "react";
import { useTranslation } from "../../i18n";
import { cleaned, type Piece, piecesOf, type Rule, rules } from "../../model/pretraining/cleaning";
import { Picks } from "../../ui/Picks";
import { usePipeline } from "./pipeline";

export function Cleaning() {
  const { t } = useTranslation();
  const { documents, rules: chosen, setRules } = usePipeline();
  const [picked, setPicked] = useState(0);
  const kept = documents.filter(({ verdict }) => verdict.kind === "kept");
  // Those that change the most come first: the rest looks as it was.
  const touched = kept
    .map(({ text }) => ({ text, changes: rules.reduce((sum, rule) => sum + changesOf(text, rule), 0) }))
    .sort((a, b) => b.changes - a.changes)
    .slice(0, 6);
  const text = (touched[picked] ?? touched[0])?.text ?? "";
  return (
    <>
      <Picks
        label={t("pre.rules")}
        texts={rules.map((rule) => t(`pre.rule.${rule}`))}
        chosen={rules.flatMap((rule, index) => (chosen.includes(rule) ? [index] : []))}
        onChange={(places) => setRules(rules.filter((_, index) => places.includes(index)))}
      />
      <table className="chapter-table">
        <thead>
          <tr>
            <th scope="col">{t("pre.rule")}</th>
            <th scope="col">{t("pre.rule.changes")}</th>
          </tr>
        </thead>
        <tbody>
          {rules.map((rule) => (
            <tr key={rule}>
              <th scope="row">{t(`pre.rule.${rule}`)}</th>
              <td>
                {chosen.includes(rule)
                  ? kept.reduce((sum, one) => sum + changesOf(one.text, rule), 0)
                  : t("pre.rule.off")}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <label className="chapter-choose">
        {t("pre.document")}
        <select value={picked} onChange={(event) => setPicked(Number(event.target.value))}>
          {touched.map((one, index) => (
            <option key={one.text} value={index}>
              {one.text.slice(0, 60)}
            </option>
          ))}
        </select>
      </label>
      <Stages text={text} chosen={chosen} />
    </>
  );
}

function changesOf(text: string, rule: Rule): number {
  return piecesOf(text, rule).filter(({ before, after }) => before !== after).length;
}

/** Each rule's text before, with what it takes marked; then what is left. */
function Stages({ text, chosen }: { readonly text: string; readonly chosen: readonly Rule[] }) {
  const { t } = useTranslation();
  const applied = rules.filter((rule) => chosen.includes(rule));
  return (
    <ol className="pre-steps">
      {applied.map((rule, index) => (
        <li key={rule}>
          <b>{t(`pre.rule.${rule}`)}</b>
          <p className="pre-text" lang="">
            {piecesOf(cleaned(text, applied.slice(0, index)), rule).map((piece, place) => (
              <Changed key={place} {...piece} />
            ))}
          </p>
        </li>
      ))}
      <li>
        <b>{t("pre.after")}</b>
        <p className="pre-text" lang="">
          {cleaned(text, applied)}
        </p>
      </li>
    </ol>
  );
}

/** Characters that cannot be seen are written as their number. */
function visible(text: string): string {
  return text
    .replace(/[\u00a0\u00ad\u200b\u2060\ufeff\p{Cc}]/gu, (found) =>
      found === "\n" ? "⏎" : `⟨${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}⟩`,
    )
    .replaceAll(" ", "␣");
}

function Changed({ before, after }: Piece) {
  if (before === after) return before;
  return (
    <>
      <del>{visible(before)}</del>
      {after === "" ? null : <ins>{visible(after)}</ins>}
    </>
  );
}
