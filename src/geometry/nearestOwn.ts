/** How well vectors of several kinds lie apart: how many are nearer to the mean of their own kind than to any other. Pure. */
export function nearestOwn(vectors: Float32Array, width: number, kinds: readonly number[]): number {
  const means = new Map<number, { readonly sum: Float64Array; count: number }>();
  for (const [item, kind] of kinds.entries()) {
    const mean = means.get(kind) ?? { sum: new Float64Array(width), count: 0 };
    means.set(kind, mean);
    mean.count += 1;
    for (let at = 0; at < width; at++) mean.sum[at] = (mean.sum[at] ?? 0) + (vectors[item * width + at] ?? 0);
  }
  let own = 0;
  for (const [item, kind] of kinds.entries()) {
    let [nearest, least] = [-1, Number.POSITIVE_INFINITY];
    for (const [other, { sum, count }] of means) {
      let distance = 0;
      for (let at = 0; at < width; at++) distance += ((vectors[item * width + at] ?? 0) - (sum[at] ?? 0) / count) ** 2;
      if (distance < least) [nearest, least] = [other, distance];
    }
    if (nearest === kind) own += 1;
  }
  return own;
}
