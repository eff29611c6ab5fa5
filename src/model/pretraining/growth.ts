/** What a shipped model said on the way of its training: growth.json, written by scripts/models/growth.ts. */
import { z } from "zod";

const count = z.int().nonnegative();
const probability = z.number().min(0).max(1);

const placeSchema = z.object({
  /** The likeliest tokens in this place and their probabilities, best first. */
  candidates: z.array(z.tuple([z.string(), probability])).min(1),
  /** The probability of the token that stands there. */
  right: probability,
});

export const growthSchema = z.object({
  /** Held-out items that the losses are of. */
  items: count,
  sentences: z
    .array(
      z.object({
        /** Those that are predicted. */
        tokens: z.array(z.string()).min(1),
        /** All that the model reads, rows and columns of the patterns. */
        read: z.array(z.string()).min(1),
      }),
    )
    .min(1),
  /** Of every block. */
  heads: count,
  checkpoints: z
    .array(
      z.object({
        /** Steps taken, in the whole chain of runs. */
        step: count,
        /** Of the held-out items, in nats a token. */
        loss: z.number().nonnegative(),
        /** For each sentence: what it says in each place, and each block's patterns [H, T, T] in thousandths. */
        sentences: z.array(z.object({ places: z.array(placeSchema), patterns: z.array(z.array(count.max(1000))) })),
      }),
    )
    .min(2),
});
export type Growth = z.infer<typeof growthSchema>;
