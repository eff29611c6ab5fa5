/** Attention patterns taken together: over heads, and over tokens. Shapes: H heads, Q queries, K keys; all row-major. */

/** How several heads become one pattern. */
export type HeadMerge = "mean" | "max";

/**
 * One pattern [Q, K] of the chosen heads of `pattern` [H, Q, K], or of their scores. Rows of a mean of patterns add up to 1 as those of each head do;
 * those of a maximum add up to 1 or more. Nothing but zeros when no head is chosen.
 */
export function mergeHeads(
  pattern: Float32Array,
  size: number, // Q × K
  heads: readonly number[],
  merge: HeadMerge,
): Float32Array {
  const merged = new Float32Array(size).fill(merge === "max" && heads.length > 0 ? Number.NEGATIVE_INFINITY : 0);
  for (const head of heads) {
    for (let at = 0; at < size; at++) {
      const weight = pattern[head * size + at] ?? 0;
      const before = merged[at] ?? 0;
      merged[at] = merge === "max" ? Math.max(before, weight) : before + weight / heads.length;
    }
  }
  return merged;
}

/** What the chosen queries together read from each key: [K]. It adds up to the number of queries. */
export function readByQueries(pattern: Float32Array, keys: number, queries: readonly number[]): Float32Array {
  const sums = new Float32Array(keys);
  for (const query of queries) {
    for (let key = 0; key < keys; key++) sums[key] = (sums[key] ?? 0) + (pattern[query * keys + key] ?? 0);
  }
  return sums;
}

/** How much each query reads from the chosen keys together: [Q], each in [0, 1]. */
export function readFromKeys(pattern: Float32Array, keys: number, chosen: readonly number[]): Float32Array {
  const sums = new Float32Array(keys === 0 ? 0 : pattern.length / keys);
  for (let query = 0; query < sums.length; query++) {
    for (const key of chosen) sums[query] = (sums[query] ?? 0) + (pattern[query * keys + key] ?? 0);
  }
  return sums;
}
