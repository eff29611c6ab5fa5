/** What fine-tuning tells of itself. Plain data, part of the protocol of its worker, and checked where it was stored. */
import { z } from "zod";
import type { FormingPattern } from "../training/progress";
import { scoreSchema } from "../training/score";

const count = z.int().nonnegative();

/** On texts that were never trained on. */
export const tuningScoreSchema = z
  .object({
    ...scoreSchema.unwrap().shape,
    /** Of each true class, how many of its texts were taken for each class; null where there are no classes. */
    confusion: z.array(z.array(count).readonly()).readonly().nullable(),
    /** The base's own task, with the weights as they are now. */
    old: scoreSchema,
  })
  .readonly();
export type TuningScore = z.infer<typeof tuningScoreSchema>;

/** What a method costs, before it is tried. */
export const tuningCostsSchema = z
  .object({
    /** Numbers that learn. */
    trainable: count,
    /** All numbers of the model. */
    all: count,
    /** The weights, the slopes of those that learn, and the two moments that the optimiser keeps of each. */
    bytes: z.object({ weights: count, slopes: count, moments: count }).readonly(),
    /** Examples that there are to learn from. */
    examples: count,
    /** Weights that LoRA stands beside. */
    adapted: z.array(z.string()).readonly(),
  })
  .readonly();
export type TuningCosts = z.infer<typeof tuningCostsSchema>;

export const tuningProgressSchema = z
  .object({
    /** Steps taken. */
    step: count,
    /** Of the batches since the last news, in nats; null before the first step. */
    loss: z.number().nullable(),
    rate: z.number(),
    /** ms of a step, the mean since the last news; 0 before the first. */
    stepMs: z.number(),
    /** Bytes of all tensors when the last step held the most of them; 0 before the first. */
    bytes: z.number(),
    /** null between its turns. */
    score: tuningScoreSchema.nullable(),
    over: z.enum(["finished", "diverged"]).nullable(),
  })
  .readonly();
export type TuningProgress = z.infer<typeof tuningProgressSchema>;

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
