/** A sum of products, and a softmax with its whole row: many terms, the largest first, each with a bar. */
import { useState } from "react";
import { type BarScale, barOf, barScale, largestParts, zeroOf } from "../geometry/bars";
import { decimal } from "../geometry/format";
import { useTranslation } from "../i18n";
import type { Operand, SoftmaxDerivation, Term, Terms } from "../model/operations/derivation";
import { useRoving } from "../ui/useRoving";
import { Figure, OperandButton, OperandName, Step, Steps } from "./DerivationParts";
import { useCells } from "./derivationContext";

/** Terms that are listed before the rest is one line. */
const most = 8;
/** So few terms stay in their order. */
const few = 3;

export function TermsDerivation({ terms, result }: Terms) {
  const { t } = useTranslation();
  const { named } = useCells();
  const [first] = terms;
  if (first?.constant !== undefined && terms.length === 1) return <Scaled term={first} result={result} />;
  const products = terms.some(({ factors }) => factors.length > 1);
  const biased = products && terms.some(({ factors }) => factors.length === 1);
  const lead = biased ? "derivation.productsAndBias" : products ? "derivation.products" : "derivation.numbers";
  const rows = terms.map(({ factors, value }, index): Row => {
    const [factor] = factors;
    const label = factor ? (factors.length > 1 ? named(factor).varying : named(factor).name) : "";
    return { id: String(index), label, operands: factors, value };
  });
  return (
    <>
      <p className="derivation-lead">
        {t(lead, { count: terms.length - (biased ? 1 : 0) })}
        {products && first ? <Factors term={first} /> : null}
      </p>
      <Rows rows={rows} label={t("derivation.terms")} inOrder={terms.length <= few} sum={result} />
    </>
  );
}

function Scaled({ term, result }: { readonly term: Term; readonly result: number }) {
  const { t } = useTranslation();
  const [factor] = term.factors;
  return (
    <>
      <p className="derivation-lead">{t("derivation.scaled")}</p>
      <p className="derivation-result">
        {factor ? <OperandButton operand={factor} /> : null} × <Figure value={term.constant ?? 1} /> ={" "}
        <Figure value={result} />
      </p>
    </>
  );
}

/** What is multiplied with what, said once for all products. */
function Factors({ term }: { readonly term: Term }) {
  return (
    <span className="derivation-factors">
      {term.factors.map((factor, index) => (
        <span key={factor.input}>
          {index > 0 ? " × " : ""}
          <OperandName operand={factor} />
        </span>
      ))}
    </span>
  );
}

export function Softmax({ terms, place, maximum, numerator, denominator, result }: SoftmaxDerivation) {
  const { t } = useTranslation();
  const { named } = useCells();
  const rows = terms.map(({ operand, exponential }, index): Row => {
    const { varying } = named(operand);
    return { id: String(index), label: varying, operands: [operand], value: exponential, chosen: index === place };
  });
  const own = terms[place];
  return (
    <>
      <p className="derivation-lead">{t("derivation.softmax", { maximum: decimal(maximum) })}</p>
      <Rows rows={rows} label={t("derivation.softmax.terms")} inOrder={terms.length <= few} sum={denominator} power />
      <Steps>
        <Step words={t("derivation.softmax.share", { count: terms.length })}>
          {own ? (
            <>
              <Figure value={numerator} /> / <Figure value={denominator} /> = <Figure value={result} />
            </>
          ) : null}
        </Step>
      </Steps>
    </>
  );
}

interface Row {
  readonly id: string;
  readonly label: string;
  readonly operands: readonly Operand[];
  readonly value: number;
  /** The cell that is derived. */
  readonly chosen?: boolean;
}

interface RowsProps {
  readonly rows: readonly Row[];
  readonly label: string;
  readonly inOrder: boolean;
  /** Of all rows. */
  readonly sum: number;
  /** The value is e to the power of the operand less the largest of the row. */
  readonly power?: boolean;
}

function Rows({ rows, label, inOrder, sum, power = false }: RowsProps) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const { shown, others } = largestParts(rows, all ? rows.length : most);
  const listed = inOrder ? rows : shown;
  const columns = Math.max(1, ...rows.map(({ operands }) => operands.length));
  const stop = useRoving(listed.length * columns, columns);
  const scale = barScale([...rows.map(({ value }) => value), others.sum]);
  return (
    <>
      <ol className="derivation-terms" aria-label={label}>
        {listed.map((row, at) => (
          <li key={row.id} className={row.chosen ? "chosen" : undefined}>
            <span className="derivation-label">{row.label}</span>
            <span className="derivation-product">
              {power ? "e^(" : ""}
              {row.operands.map((operand, column) => (
                <span key={operand.input}>
                  {column > 0 ? " × " : ""}
                  <OperandButton operand={operand} stop={stop(at * columns + column)} />
                </span>
              ))}
              {power ? " − m)" : ""}
              {row.operands.length > 1 || power ? (
                <>
                  {" = "}
                  <Figure value={row.value} />
                </>
              ) : null}
            </span>
            <Bar value={row.value} scale={scale} />
          </li>
        ))}
        {!inOrder && others.count > 0 ? (
          <li className="others">
            <span className="derivation-label">{t("derivation.smaller", { count: others.count })}</span>
            <span className="derivation-product">
              <Figure value={others.sum} />
            </span>
            <Bar value={others.sum} scale={scale} />
          </li>
        ) : null}
        <li className="sum">
          <span className="derivation-label">{t("derivation.sum")}</span>
          <span className="derivation-product">
            <Figure value={sum} />
          </span>
        </li>
      </ol>
      {inOrder || (others.count === 0 && !all) ? null : (
        <button type="button" className="tool derivation-all" onClick={() => setAll(!all)}>
          {all ? t("derivation.fewer") : t("derivation.all", { count: rows.length })}
        </button>
      )}
    </>
  );
}

function Bar({ value, scale }: { readonly value: number; readonly scale: BarScale }) {
  const { left, width } = barOf(value, scale);
  const zero = zeroOf(scale);
  return (
    <span aria-hidden="true" className="derivation-bar">
      <i className={value < 0 ? "negative" : undefined} style={{ marginLeft: `${left}%`, width: `${width}%` }} />
      {zero > 0 ? <i className="zero" style={{ left: `${zero}%` }} /> : null}
    </span>
  );
}
