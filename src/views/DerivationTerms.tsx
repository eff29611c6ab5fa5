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
/** Terms that are listed at most; a vocabulary has tens of thousands. */
const greatest = 200;
/** So few terms stay in their order. */
const few = 3;

export function TermsDerivation({ terms, result }: Terms) {
  const { t } = useTranslation();
  const [first] = terms;
  if (first?.constant !== undefined && terms.length === 1) return <Scaled term={first} result={result} />;
  const products = terms.some(({ factors }) => factors.length > 1);
  const biased = products && terms.some(({ factors }) => factors.length === 1);
  const lead = biased ? "derivation.productsAndBias" : products ? "derivation.products" : "derivation.numbers";
  const rows = terms.map(({ factors, value }, index): Row => ({ id: String(index), operands: factors, value }));
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
  const rows = terms.map(({ operand, exponential }, index): Row => {
    return { id: String(index), operands: [operand], value: exponential, chosen: index === place };
  });
  return (
    <>
      <p className="derivation-lead">{t("derivation.softmax", { maximum: decimal(maximum) })}</p>
      <Rows rows={rows} label={t("derivation.softmax.terms")} inOrder={terms.length <= few} sum={denominator} power />
      <Steps>
        <Step words={t("derivation.softmax.share", { count: terms.length })}>
          <Figure value={numerator} /> / <Figure value={denominator} /> = <Figure value={result} />
        </Step>
      </Steps>
    </>
  );
}

interface Row {
  readonly id: string;
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

/** The largest rows, and among them the chosen one however small it is. */
function listed(rows: readonly Row[], count: number) {
  const { shown, others } = largestParts(rows, count);
  const chosen = rows.find((row) => row.chosen);
  if (!chosen || shown.includes(chosen)) return { shown, others };
  return { shown: [...shown, chosen], others: { count: others.count - 1, sum: others.sum - chosen.value } };
}

function Rows({ rows, label, inOrder, sum, power = false }: RowsProps) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const { named } = useCells();
  const opened = Math.min(rows.length, greatest);
  const { shown, others } = inOrder ? { shown: rows, others: { count: 0, sum: 0 } } : listed(rows, all ? opened : most);
  const columns = Math.max(1, ...rows.map(({ operands }) => operands.length));
  const stop = useRoving(shown.length * columns, columns);
  /** By where in its row a cell stands; what stands alone, as a bias does, by its value. */
  const labelOf = ({ operands: [operand, ...others] }: Row) => {
    if (!operand) return "";
    return others.length > 0 || power ? named(operand).varying : named(operand).name;
  };
  const scale = barScale([...rows.map(({ value }) => value), others.sum]);
  return (
    <>
      <ol className="derivation-terms" aria-label={label}>
        {shown.map((row, at) => (
          <li key={row.id} className={row.chosen ? "chosen" : undefined}>
            <span className="derivation-label">{labelOf(row)}</span>
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
        {others.count > 0 ? (
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
      {others.count === 0 && !all ? null : (
        <button type="button" className="tool derivation-all" onClick={() => setAll(!all)}>
          {all
            ? t("derivation.fewer")
            : t(opened < rows.length ? "derivation.more" : "derivation.all", { count: opened })}
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
