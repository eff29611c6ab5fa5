/** One step of training taken apart, as it is told of: plain data, part of the protocol of the worker. */
import type { Update, WeightBefore } from "./update";

export interface Apart {
  /** Steps before it. */
  readonly step: number;
  readonly rate: number;
  readonly loss: number;
  /** Of the losses of all places that count; over `places` it is the loss. */
  readonly sum: number;
  readonly places: number;
  readonly examples: number;
  /** The places of the first example that count: the symbol that was to be said there, or the picture's class. */
  readonly example: readonly { readonly symbol: string; readonly share: number; readonly loss: number }[];
  /** Of the whole gradient. */
  readonly length: number;
  readonly weights: readonly { readonly name: string; readonly shape: readonly number[] }[];
  /** Paths of the values of a pass that have a slope for each example. */
  readonly values: readonly string[];
}

export interface ApartWeight {
  readonly name: string;
  readonly shape: readonly number[];
  readonly before: Float32Array;
  readonly gradient: Float32Array;
}

/** A value of the first example, and the slope of the loss in each of its numbers. */
export interface ApartValue {
  readonly name: string;
  /** Without the batch. */
  readonly shape: readonly number[];
  readonly value: Float32Array;
  readonly gradient: Float32Array;
}

/** One number of such a value. */
export interface ApartValueCell {
  readonly name: string;
  readonly index: number;
  readonly value: number;
  readonly slope: number;
  /** The loss with this number larger by `nudge`, and smaller. */
  readonly nudge: number;
  readonly higher: number;
  readonly lower: number;
}

export interface ApartCell {
  readonly name: string;
  readonly index: number;
  readonly before: WeightBefore;
  /** The arithmetic, in double precision. */
  readonly update: Update;
  /** What the weight truly is after the step. */
  readonly after: number;
  /** The loss with this weight larger by `nudge`, and smaller. */
  readonly nudge: number;
  readonly higher: number;
  readonly lower: number;
}

/** Of all cells the one whose slope is the largest, whatever its sign. */
export function steepestOf(gradient: Float32Array): number {
  return gradient.reduce((best, slope, at) => (Math.abs(slope) > Math.abs(gradient[best] ?? 0) ? at : best), 0);
}
