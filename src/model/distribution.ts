/** What is read off a distribution; of equals the lower id is the larger everywhere. */

/** The index of the largest. */
export function largest(values: ArrayLike<number>): number {
  let best = 0;
  for (let id = 1; id < values.length; id++) if ((values[id] ?? 0) > (values[best] ?? 0)) best = id;
  return best;
}

/** Indices of the `count` largest, best first. */
export function likeliest(values: ArrayLike<number>, count: number): number[] {
  const found: number[] = [];
  for (let id = 0; id < values.length; id++) {
    const value = values[id] ?? 0;
    if (found.length === count && value <= (values[found.at(-1) ?? 0] ?? 0)) continue;
    let place = found.length;
    while (place > 0 && (values[found[place - 1] ?? 0] ?? 0) < value) place -= 1;
    found.splice(place, 0, id);
    if (found.length > count) found.pop();
  }
  return found;
}

/** −ln softmax(logits)[id], in nats. */
export function surprise(logits: Float32Array, id: number): number {
  let most = Number.NEGATIVE_INFINITY;
  for (const logit of logits) most = Math.max(most, logit);
  let sum = 0;
  for (const logit of logits) sum += Math.exp(logit - most);
  return most + Math.log(sum) - (logits[id] ?? Number.NaN);
}
