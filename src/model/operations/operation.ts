/**
 * What an operation is: one file each, from which value, trace, provenance and cost derive.
 * Knows nothing of names, models or memory: kernels are synchronous and never dispose.
 */
import type { Tensor } from "@tensorflow/tfjs-core";
import type { ActivationKind } from "../config";
import type { Cost } from "./cost";
import type { Derivation } from "./derivation";
import type { Index, Inputs, Read, Region, Shape } from "./regions";

/** What a coordinate along a dimension counts; the letters of model/config. */
export type Axis = "B" | "T" | "S" | "C" | "H" | "D" | "F" | "V" | "K" | "P" | "I" | "G";

/** What each kind of operation is told beside its inputs. */
export interface Attributes {
  readonly embed: Record<never, never>;
  readonly sinusoid: { readonly width: number };
  readonly positionRows: Record<never, never>;
  readonly add: Record<never, never>;
  readonly scale: { readonly factor: number };
  readonly linear: { readonly output: Axis };
  readonly transpose: Record<never, never>;
  readonly splitHeads: { readonly heads: number };
  readonly mergeHeads: Record<never, never>;
  readonly matMul: { readonly transposeSecond: boolean };
  readonly mask: { readonly causal: boolean };
  readonly softmax: Record<never, never>;
  readonly layerNorm: { readonly epsilon: number };
  readonly firstToken: Record<never, never>;
  readonly prependToken: Record<never, never>;
  readonly activation: { readonly function: ActivationKind };
}
export type Kind = keyof Attributes;

export interface Operation<K extends Kind> {
  readonly kind: K;
  /** What an input is called where it is a weight, by its number; null where it never is one. */
  readonly weights: readonly (WeightRole | null)[];
  /** The result on TensorFlow.js tensors. */
  kernel(inputs: readonly Tensor[], attributes: Attributes[K]): Tensor;
  /** The axes of the result, given those of the inputs. */
  axes(inputs: readonly (readonly Axis[])[], attributes: Attributes[K]): readonly Axis[];
  /**
   * The cells of the inputs that the result's cell `index` is made from. Where they depend on what another cell holds
   * (a row that a token id chooses), they are named only once `read` can give that cell: ask first without it, read
   * what was named, and ask again.
   */
  sources(shapes: readonly Shape[], attributes: Attributes[K], index: Index, read?: Read): readonly Region[];
  /** The arithmetic of the result's cell `index`, in double precision; reads no cell that `sources` does not name. */
  derive(inputs: Inputs, attributes: Attributes[K], index: Index): Derivation;
  /** What computing the result on inputs of these shapes costs. */
  cost(shapes: readonly Shape[], attributes: Attributes[K]): Cost;
  /** The step's equation in TeX, and after it the equations of what it uses. */
  formula(written: Written, attributes: Attributes[K]): readonly string[];
  /** The same step in PyTorch 1.13 or newer, without shapes; `torch`, `F` and `math` are imported. */
  torch(written: Written, attributes: Attributes[K]): string;
}

/** What a weight is to the operation that uses it. */
export type WeightRole = "weight" | "bias" | "gain" | "table" | "token";

/** What stands for the result and the inputs of a step in a formula (TeX) or in a line of Python, inputs in order. */
export interface Written {
  readonly result: string;
  readonly inputs: readonly string[];
}

/** TeX of the transpose of a symbol; inside the group of a coloured one, so that it stands over its subscript. */
export function transposed(symbol: string): string {
  return symbol.endsWith("}") ? `${symbol.slice(0, -1)}^{\\top}}` : `${symbol}^{\\top}`;
}

/** The n-th input; a forward function that passes too few is a bug, said plainly. */
export function input<T>(inputs: readonly T[], n: number): T {
  const found = inputs[n];
  if (found === undefined) throw new Error(`An operation needs input ${n + 1}, but was given ${inputs.length}.`);
  return found;
}
