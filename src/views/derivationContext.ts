/** How the cells of a derivation are named: by the value, and by the place along each of its dimensions. */
import { createContext, useContext } from "react";
import type { DerivedCell, DerivedOperand } from "../engine/protocol";
import { isMessageKey, type Translate, useTranslation } from "../i18n";
import type { ExplainedOperand, Explanation } from "../model/explain/explain";
import type { Tone } from "../model/explain/symbols";
import type { Operand } from "../model/operations/derivation";
import type { Axis } from "../model/operations/operation";

/** What stands at a place along an axis, such as a token's text; null where the place is just a number. */
export type PlaceLabel = (axis: Axis, place: number) => string | null;

export interface DerivationProps {
  readonly cell: DerivedCell;
  readonly explanation: Explanation;
  readonly label: PlaceLabel;
  /** An operand was chosen, to be followed to where it comes from. */
  readonly onFollow: (operand: DerivedOperand, index: readonly number[]) => void;
}

const Context = createContext<DerivationProps | null>(null);
export const DerivationContext = Context.Provider;

/** What a value or a weight is called. */
export function operandName(t: Translate, { from, value }: Pick<ExplainedOperand, "from" | "value">): string {
  const key = `${from === "weight" ? "weight" : "value"}.${value}`;
  return isMessageKey(key) ? t(key) : value;
}

/** The place of a cell along the dimensions that `keep` keeps, in words; a dimension of length 1 says nothing. */
function placeText(
  t: Translate,
  label: PlaceLabel,
  { axes, shape, from }: Pick<ExplainedOperand, "axes" | "shape" | "from">,
  index: readonly number[],
  keep: (dimension: number) => boolean,
): string {
  if (from === "weight") return weightPlace(t, index, keep);
  const parts = index.map((place, dimension) => {
    const axis = axes[dimension];
    if (!keep(dimension) || axis === undefined || (shape[dimension] === 1 && axis === "B")) return [];
    if (axis === "H") return [t("derivation.place.head", { head: place + 1 })];
    return [label(axis, place) ?? String(place)];
  });
  return parts.flat().join(" · ");
}

/** Rows and columns of a weight mean nothing that has a name. */
function weightPlace(t: Translate, index: readonly number[], keep: (dimension: number) => boolean): string {
  const [row = 0, column = 0] = index;
  if (index.length !== 2) return keep(0) ? String(row) : "";
  if (keep(0) && keep(1)) return t("derivation.place.cell", { row, column });
  return keep(0) ? t("derivation.place.row", { row }) : keep(1) ? t("derivation.place.column", { column }) : "";
}

export interface NamedCell {
  readonly name: string;
  readonly tone: Tone;
  /** The whole place. */
  readonly place: string;
  /** The part of the place that is the same for all cells that the derivation reads of this input. */
  readonly fixed: string;
  /** The part that is not. */
  readonly varying: string;
  readonly follow: () => void;
  /** Whether a step made it: then there is a derivation to follow it to. */
  readonly made: boolean;
}

/** Names the cells of the derivation that is shown. */
export function useCells(): DerivationProps & { readonly named: (operand: Operand) => NamedCell } {
  const { t } = useTranslation();
  const props = useContext(Context);
  if (!props) throw new Error("A derivation is shown inside a Derivation only.");
  const { cell, explanation, label, onFollow } = props;
  const named = ({ input, index }: Operand): NamedCell => {
    const [operand, explained] = [cell.operands[input], explanation.operands[input]];
    if (!operand || !explained) throw new Error(`The derivation of ${cell.name} names input ${input + 1}.`);
    const read = cell.regions.filter((region) => region.input === input);
    const varies = (dimension: number) =>
      read.some(({ from, to }) => (to[dimension] ?? 0) - (from[dimension] ?? 0) > 1);
    const text = (keep: (dimension: number) => boolean) => placeText(t, label, explained, index, keep);
    return {
      name: operandName(t, explained),
      tone: explained.tone,
      place: text(() => true),
      fixed: text((dimension) => !varies(dimension)),
      varying: text(varies),
      follow: () => onFollow(operand, index),
      made: operand.from === "step",
    };
  };
  return { ...props, named };
}
