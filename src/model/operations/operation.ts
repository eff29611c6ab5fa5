/**
 * What an operation is: one file each, from which value, trace, provenance and cost derive.
 * Knows nothing of names, models or memory: kernels are synchronous and never dispose.
 */
import type { Tensor } from "@tensorflow/tfjs-core";
import type { ActivationKind } from "../config";

/** What a coordinate along a dimension counts; the letters of model/config. */
export type Axis = "B" | "T" | "S" | "C" | "H" | "D" | "F" | "V";

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
  readonly activation: { readonly function: ActivationKind };
}
export type Kind = keyof Attributes;

/** A tensor's values on the host, row-major. */
export interface Plain {
  readonly shape: readonly number[];
  readonly data: ArrayLike<number>;
}

export interface Operation<K extends Kind> {
  readonly kind: K;
  /** The result on TensorFlow.js tensors. */
  kernel(inputs: readonly Tensor[], attributes: Attributes[K]): Tensor;
  /** The axes of the result, given those of the inputs. */
  axes(inputs: readonly (readonly Axis[])[], attributes: Attributes[K]): readonly Axis[];
  /** The result at `index`, in plain double-precision arithmetic, from the inputs' values. */
  cell(inputs: readonly Plain[], attributes: Attributes[K], index: readonly number[]): number;
}

/** The n-th input; a forward function that passes too few is a bug, said plainly. */
export function input<T>(inputs: readonly T[], n: number): T {
  const found = inputs[n];
  if (found === undefined) throw new Error(`An operation needs input ${n + 1}, but was given ${inputs.length}.`);
  return found;
}

/** The value of `plain` at `index`; the index may have more leading coordinates than `plain` (broadcasting). */
export function at(plain: Plain, ...index: number[]): number {
  const extra = index.length - plain.shape.length;
  let offset = 0;
  for (let dimension = 0; dimension < plain.shape.length; dimension++) {
    const size = plain.shape[dimension] ?? 1;
    offset = offset * size + (size === 1 ? 0 : (index[dimension + extra] ?? 0));
  }
  return plain.data[offset] ?? Number.NaN;
}

/** Length of the last dimension. */
export function lastSize(plain: Plain): number {
  return plain.shape[plain.shape.length - 1] ?? 1;
}

/** The last coordinate, and those before it. */
export function splitIndex(index: readonly number[]): { before: number[]; last: number } {
  return { before: index.slice(0, -1), last: index[index.length - 1] ?? 0 };
}
