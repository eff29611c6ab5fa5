/**
 * What a visitor changes inside a model: part of the scene, of a link and of a request. Knows nothing of tensors; what a
 * change does to a step is in model/edits.
 */
import { z } from "zod";
import { attentionPath, type HeadId } from "./names";

/** What a head's output is replaced by: nothing, its mean over the model's examples, or its value on another text. */
export type HeadReplacement = "zero" | "mean" | { readonly text: string };

export type Change =
  | { readonly kind: "head"; readonly at: HeadId; readonly to: HeadReplacement }
  /** The step of that name passes on its input number `keep` unchanged. */
  | { readonly kind: "skip"; readonly path: string; readonly keep: 0 | 1 }
  /** One row of a head's attention, set by hand; the weights add up to 1. */
  | { readonly kind: "pattern"; readonly at: HeadId; readonly query: number; readonly weights: readonly number[] };

const count = z.number().int().nonnegative().max(10_000);

export const headSchema = z.object({
  stack: z.enum(["encoder", "decoder"]),
  layer: count,
  part: z.enum(["selfAttention", "crossAttention"]),
  head: count,
});

const weights = z
  .array(z.number().min(0).max(1))
  .min(1)
  .max(10_000)
  .refine(
    (row) => Math.abs(row.reduce((sum, weight) => sum + weight, 0) - 1) < 1e-3,
    "the weights need to add up to 1",
  );

export const changeSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("head"),
    at: headSchema,
    to: z.union([z.enum(["zero", "mean"]), z.object({ text: z.string().max(100_000) })]),
  }),
  z.object({ kind: z.literal("skip"), path: z.string().max(200), keep: z.union([z.literal(0), z.literal(1)]) }),
  z.object({ kind: z.literal("pattern"), at: headSchema, query: count, weights }),
]);

/** What is changed, whatever it is changed to: of two changes with one place the later counts. */
export function placeOf(change: Change): string {
  if (change.kind === "skip") return `skip ${change.path}`;
  const head = `${attentionPath(change.at)}.${change.at.head}`;
  return change.kind === "head" ? `head ${head}` : `pattern ${head} ${change.query}`;
}

/** `changes` with `added`, which take the place of earlier ones at the same place. */
export function withChanges(changes: readonly Change[], added: readonly Change[]): readonly Change[] {
  const places = new Set(added.map(placeOf));
  return [...changes.filter((change) => !places.has(placeOf(change))), ...added];
}

/** `changes` without those at the places of `removed`. */
export function withoutChanges(changes: readonly Change[], removed: readonly Change[]): readonly Change[] {
  const places = new Set(removed.map(placeOf));
  return changes.filter((change) => !places.has(placeOf(change)));
}

/** Whether each of `wanted` is among `changes`; a head or row that is replaced counts, whatever it is replaced by. */
export function hasChanges(changes: readonly Change[], wanted: readonly Change[]): boolean {
  const keyOf = (change: Change) => (change.kind === "skip" ? `${placeOf(change)} ${change.keep}` : placeOf(change));
  const keys = new Set(changes.map(keyOf));
  return wanted.length > 0 && wanted.every((change) => keys.has(keyOf(change)));
}
