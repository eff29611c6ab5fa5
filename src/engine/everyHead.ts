import { type Answered, effectOf } from "../model/effects";
import type { HeadId } from "../model/names";
import type { HeadEffect, TracedArray } from "./protocol";
import { rowOf } from "./tasks/task";

/**
 * The effect of each head's absence on the predictions `before`; null where `without`, which gives the probabilities
 * without a head, says that nobody waits any more. The last head is tried first: what comes before a head is then always
 * remembered.
 */
export async function everyHead(
  heads: readonly HeadId[],
  before: readonly Answered[],
  without: (head: HeadId) => Promise<TracedArray | null>,
  each: (effect: HeadEffect) => void,
): Promise<readonly HeadEffect[] | null> {
  const effects: HeadEffect[] = [];
  for (const head of heads.toReversed()) {
    const probabilities = await without(head);
    if (probabilities === null) return null;
    const after = before.map((row) => ({ ...row, probabilities: rowOf(probabilities, row.position) }));
    const { mean, changed } = effectOf(before, after);
    const effect = { head, divergence: mean ?? 0, changed, predictions: before.length };
    effects.push(effect);
    each(effect);
  }
  return effects;
}
