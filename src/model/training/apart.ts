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
  /** The places of the first example that count. */
  readonly example: readonly { readonly token: string; readonly share: number; readonly loss: number }[];
  /** Of the whole gradient. */
  readonly length: number;
  readonly weights: readonly { readonly name: string; readonly shape: readonly number[] }[];
}

export interface ApartWeight {
  readonly name: string;
  readonly shape: readonly number[];
  readonly before: Float32Array;
  readonly gradient: Float32Array;
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
