/**
 * How one cell of a result comes out of cells of the inputs, as plain data with the real numbers: what the page shows
 * when it is asked where a number comes from. Knows nothing of names, tensors or the page.
 */
import type { ActivationKind } from "../config";

/** A cell of an input, with what stands in it. */
export interface Operand {
  /** Which input of the operation, from 0. */
  readonly input: number;
  readonly index: readonly number[];
  readonly value: number;
}

/** One product of a sum. */
export interface Term {
  /** The cells that are multiplied. */
  readonly factors: readonly Operand[];
  /** A number that the model's shape gives, such as 1/√D; absent where it is 1. */
  readonly constant?: number;
  /** The product. */
  readonly value: number;
}

/** A sum of products. */
export interface Terms {
  readonly kind: "terms";
  readonly terms: readonly Term[];
  readonly result: number;
}

/** e^(x − maximum) over the sum of the same for the whole row. */
export interface SoftmaxDerivation {
  readonly kind: "softmax";
  /** Place of the cell in the row. */
  readonly place: number;
  /** The row, each with its e^(x − maximum). */
  readonly terms: readonly { readonly operand: Operand; readonly exponential: number }[];
  /** Subtracted from every exponent: it changes nothing, but keeps e^x from overflowing. */
  readonly maximum: number;
  readonly numerator: number;
  readonly denominator: number;
  readonly result: number;
}

/** (x − mean) / √(variance + ε) · gain + bias. */
export interface Normalisation {
  readonly kind: "normalisation";
  readonly cell: Operand;
  /** All cells of the row, of which mean and variance are taken. */
  readonly row: readonly Operand[];
  readonly mean: number;
  /** Mean of the squared distances from the mean, with the row's length as divisor. */
  readonly variance: number;
  readonly epsilon: number;
  /** x − mean. */
  readonly centred: number;
  /** centred / √(variance + ε). */
  readonly normal: number;
  readonly gain: Operand;
  readonly bias: Operand;
  readonly result: number;
}

/** The number of another place, unchanged. */
export interface Copy {
  readonly kind: "copy";
  readonly from: Operand;
  /** The token id that chose the row; null where the place alone decides. */
  readonly chosenBy: Operand | null;
  readonly result: number;
}

/** A function of one cell. */
export interface FunctionOf {
  readonly kind: "function";
  readonly function: ActivationKind;
  readonly argument: Operand;
  /** The share of the argument that passes, result = argument · gate; null where the function is no such product. */
  readonly gate: number | null;
  readonly result: number;
}

/** Sine or cosine of position / 10000^(pair / width). */
export interface SinusoidDerivation {
  readonly kind: "sinusoid";
  readonly function: "sin" | "cos";
  readonly position: number;
  /** The even number at or below the cell's. */
  readonly pair: number;
  readonly width: number;
  /** In radians. */
  readonly angle: number;
  readonly result: number;
}

/** A score, with −10⁹ added for each reason that it must not count. */
export interface MaskDerivation {
  readonly kind: "mask";
  readonly score: Operand;
  /** The key stands after the query. */
  readonly future: boolean;
  /** The cell that says that the key is padding; null where it is none. */
  readonly padding: Operand | null;
  readonly result: number;
}

export type Derivation =
  | Terms
  | SoftmaxDerivation
  | Normalisation
  | Copy
  | FunctionOf
  | SinusoidDerivation
  | MaskDerivation;

/** The product of some cells and perhaps a constant. */
export function term(factors: readonly Operand[], constant?: number): Term {
  let value = constant ?? 1;
  for (const factor of factors) value *= factor.value;
  return constant === undefined ? { factors, value } : { factors, constant, value };
}

export function sumOf(terms: readonly Term[]): Terms {
  let result = 0;
  for (const { value } of terms) result += value;
  return { kind: "terms", terms, result };
}

export function copyOf(from: Operand, chosenBy: Operand | null = null): Copy {
  return { kind: "copy", from, chosenBy, result: from.value };
}
