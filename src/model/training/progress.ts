/** What training tells of itself. Plain data, part of the protocol of its worker. */
import { z } from "zod";
import type { AttentionId } from "../names";
import { type Group, groupSchema } from "./groups";
import { type Score, scoreSchema } from "./score";

/** One point of the curves. */
export const pointSchema = z.object({
  /** Steps that were taken. */
  step: z.number().int().nonnegative(),
  /** Of the batches since the last point, in nats. */
  loss: z.number(),
  rate: z.number(),
  /** Of a batch that the next step learns from, and of examples that are never trained on; null between their turns. */
  scores: z.object({ trained: scoreSchema, heldOut: scoreSchema }).nullable(),
});
export type Point = z.infer<typeof pointSchema>;

/** A held-out example and what the model makes of it. */
export interface Prediction {
  readonly source: string;
  readonly wanted: string;
  readonly written: string;
  /** Of each symbol that was wanted, whether it was written in its place. */
  readonly right: readonly boolean[];
}

/** A held-out picture and what the model says that it is. */
export interface PictureRead {
  /** [size, size] in [0, 1], row by row; 1 is ink. */
  readonly pixels: readonly number[];
  readonly size: number;
  readonly wanted: string;
  /** The likeliest class, and its probability. */
  readonly said: string;
  readonly share: number;
}

/** All heads of one attention on a held-out example; of a picture what its class token looks at, patch by patch. */
export interface FormingPattern extends AttentionId {
  readonly heads: number;
  readonly queries: number;
  readonly keys: number;
  /** [H, queries, keys], row-major. */
  readonly pattern: Float32Array;
}

/** What each token of the task is read as; of pictures the class token of some held-out ones, as it is at the end. */
export interface Embeddings {
  readonly tokens: readonly string[];
  /** [V, C], row-major. */
  readonly vectors: Float32Array;
}

/** How the model does, on examples that it never trains on save where it says otherwise. */
export interface Examined {
  readonly score: Score;
  /** On what the next step learns from. */
  readonly trained: Score;
  /** Of a task of symbols. */
  readonly predictions: readonly Prediction[];
  /** Of a task of pictures. */
  readonly pictures: readonly PictureRead[];
  readonly patterns: readonly FormingPattern[];
  readonly embeddings: Embeddings;
}

/** Models that were begun with different seeds, on examples that none of them trains on. */
export interface Ensemble {
  /** In the order of the seeds. */
  readonly members: readonly Score[];
  /** Of the mean of their probabilities. */
  readonly together: Score;
}

/** A model as it stood after a step, kept so that it can be looked at later. */
export const momentSchema = z.object({
  step: z.number().int().nonnegative(),
  /** [N], in the order of the packing. */
  weights: z.instanceof(Float32Array<ArrayBuffer>),
  groups: z.array(groupSchema),
});
export type Moment = z.infer<typeof momentSchema>;

/** Why a loss that is no number most likely came about. */
export type DivergenceReason = "noWarmUp" | "noClip" | "rate";

export type Ending =
  | { readonly kind: "finished" }
  | { readonly kind: "diverged"; readonly step: number; readonly reason: DivergenceReason };

export interface Progress {
  readonly point: Point;
  readonly tokensPerSecond: number;
  readonly stepsPerSecond: number;
  readonly groups: readonly Group[];
  /** null where it was not examined this time. */
  readonly examined: Examined | null;
  /** Where this is one of the moments that are kept. */
  readonly moment: Moment | null;
  readonly ending: Ending | null;
}
