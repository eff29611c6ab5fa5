/** What fine-tuning tells of itself. Plain data, part of the protocol of its worker. */
import type { FormingPattern } from "../training/progress";
import type { Score } from "../training/score";

/** On texts that were never trained on. */
export interface TuningScore extends Score {
  /** Of each true class, how many of its texts were taken for each class; null where there are no classes. */
  readonly confusion: readonly (readonly number[])[] | null;
  /** The base's own task, with the weights as they are now. */
  readonly old: Score;
}

/** What a method costs, before it is tried. */
export interface TuningCosts {
  /** Numbers that learn. */
  readonly trainable: number;
  /** All numbers of the model. */
  readonly all: number;
  /** The weights, the slopes of those that learn, and the two moments that the optimiser keeps of each. */
  readonly bytes: { readonly weights: number; readonly slopes: number; readonly moments: number };
  /** Examples that there are to learn from. */
  readonly examples: number;
  /** Weights that LoRA stands beside. */
  readonly adapted: readonly string[];
}

export interface TuningProgress {
  /** Steps taken. */
  readonly step: number;
  /** Of the batches since the last news, in nats; null before the first step. */
  readonly loss: number | null;
  readonly rate: number;
  /** ms of a step, the mean since the last news; 0 before the first. */
  readonly stepMs: number;
  /** Bytes of all tensors when the last step held the most of them; 0 before the first. */
  readonly bytes: number;
  /** null between its turns. */
  readonly score: TuningScore | null;
  readonly over: "finished" | "diverged" | null;
}

/** A text under the weights of the start, and under those of now. */
export interface TuningLook {
  readonly tokens: readonly string[];
  readonly before: readonly FormingPattern[];
  readonly after: readonly FormingPattern[];
  /** Of classes: probabilities of each; of a decoder: what it writes on, greedily. */
  readonly said: { readonly before: Said; readonly after: Said };
}

export type Said =
  | { readonly kind: "classes"; readonly shares: readonly number[] }
  | { readonly kind: "text"; readonly text: string };

/** Where the model has the held-out texts before it answers: a vector [C] of each. */
export interface TuningVectors {
  readonly width: number;
  /** The class of each text; for a style 0, and 1 for a text of the old kind. */
  readonly kinds: readonly number[];
  /** [N, C], row-major. */
  readonly before: Float32Array;
  readonly after: Float32Array;
}

/** The two factors beside a weight, their product times α / r, and the weight. */
export interface LoraMatrices {
  readonly rows: number;
  readonly columns: number;
  readonly rank: number;
  readonly a: Float32Array;
  readonly b: Float32Array;
  readonly product: Float32Array;
  readonly weight: Float32Array;
}
