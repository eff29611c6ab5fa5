/** Lets a decoder-only model write: many texts at once, sampled from its whole distribution. */
import { forward } from "../../src/engine/forward";
import type { OpenModel } from "./open";

/** A token drawn with the probability that the logits give it; `chance` is in [0, 1). */
export function drawn(logits: Float32Array, chance: number): number {
  let most = Number.NEGATIVE_INFINITY;
  for (const logit of logits) most = Math.max(most, logit);
  const shares = logits.map((logit) => Math.exp(logit - most));
  let left = chance * shares.reduce((sum, share) => sum + share, 0);
  for (const [id, share] of shares.entries()) {
    left -= share;
    if (left < 0) return id;
  }
  return shares.length - 1;
}

/** `count` texts that go on from `start` until `end` or the model's longest length; → their ids without both. */
export async function written(
  { runner, config }: OpenModel,
  start: readonly number[],
  end: number,
  count: number,
  next: () => number,
): Promise<readonly (readonly number[])[]> {
  const rows = Array.from({ length: count }, () => [...start]);
  const open = new Set(rows);
  while (open.size > 0) {
    const part = [...open];
    forward(runner, config, { ids: part });
    const logits = await runner.read("logits");
    const length = part[0]?.length ?? 0;
    for (const [index, row] of part.entries()) {
      const from = ((index + 1) * length - 1) * config.vocabulary;
      const id = drawn(logits?.data.subarray(from, from + config.vocabulary) ?? new Float32Array(), next());
      if (id !== end) row.push(id);
      if (id === end || row.length >= config.maximumLength) open.delete(row);
    }
    runner.forget();
  }
  return rows.map((row) => row.slice(start.length));
}
