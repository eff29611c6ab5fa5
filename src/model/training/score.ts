/** How good predictions are, from the logits of one pass. Plain numbers. */
import { z } from "zod";
import type { Batch } from "./batch";

export const scoreSchema = z
  .object({
    /** Cross-entropy in nats, the mean over places that count. */
    loss: z.number(),
    /** Share of these places where the likeliest token is the right one. */
    accuracy: z.number(),
    /**
     * Share of examples of which every place is right. As a decoder that writes greedily goes on from its own tokens, and
     * those are the right ones for as long as none was wrong, this is the share that it writes without a mistake.
     */
    exact: z.number(),
  })
  .readonly();
export type Score = z.infer<typeof scoreSchema>;

/** The likeliest token of each row of logits [..., V]. */
export function likeliest(logits: Float32Array, vocabulary: number): number[] {
  return Array.from({ length: logits.length / vocabulary }, (_, row) => {
    let best = 0;
    for (let token = 1; token < vocabulary; token++) {
      if ((logits[row * vocabulary + token] ?? 0) > (logits[row * vocabulary + best] ?? 0)) best = token;
    }
    return best;
  });
}

/** logits [B, T, V] */
export function scoreOf({ targets, counted }: Batch, logits: Float32Array, vocabulary: number): Score {
  const best = likeliest(logits, vocabulary);
  let [loss, right, places, exact, place] = [0, 0, 0, 0, 0];
  for (const [example, row] of targets.entries()) {
    let whole = true;
    for (const [at, target] of row.entries()) {
      if (counted[example]?.[at]) {
        places += 1;
        const hit = best[place] === target;
        if (hit) right += 1;
        else whole = false;
        loss -= logShare(logits.subarray(place * vocabulary, (place + 1) * vocabulary), target);
      }
      place += 1;
    }
    if (whole) exact += 1;
  }
  return { loss: loss / places, accuracy: right / places, exact: exact / targets.length };
}

/** ln softmax(row)[token] */
function logShare(row: Float32Array, token: number): number {
  const most = row.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const sum = row.reduce((total, value) => total + Math.exp(value - most), 0);
  return (row[token] ?? 0) - most - Math.log(sum);
}
