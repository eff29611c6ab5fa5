/**
 * Texts that are in a collection more than once, word for word or nearly: by the shingles that they share (Broder 1997,
 * "On the resemblance and containment of documents"). Large collections estimate the same number by MinHash.
 */

/** What became of a text: kept, or left out for an earlier one. */
export type Verdict =
  | { readonly kind: "kept" }
  | { readonly kind: "exact"; readonly of: number }
  /** `similarity` in [0, 1]: shared shingles over all of the two. */
  | { readonly kind: "near"; readonly of: number; readonly similarity: number };

/** Characters of a shingle: long enough for words to matter, short enough for a line of verse. */
const size = 5;

/** Every row of five characters, case and spaces aside; a shorter text is its own. */
export function shingles(text: string): ReadonlySet<string> {
  const characters = [...text.toLowerCase().replace(/\s+/g, " ").trim()];
  if (characters.length <= size) return new Set([characters.join("")]);
  return new Set(
    Array.from({ length: characters.length - size + 1 }, (_, from) => characters.slice(from, from + size).join("")),
  );
}

/** Shared over all, in [0, 1]: Jaccard's index. */
export function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const shingle of few) if (many.has(shingle)) shared += 1;
  return shared / (a.size + b.size - shared);
}

/** The verdict on each text in order; texts as alike as `threshold` or more are near duplicates. */
export function judge(texts: readonly string[], threshold: number): readonly Verdict[] {
  const first = new Map<string, number>();
  const kept: { readonly index: number; readonly shingles: ReadonlySet<string> }[] = [];
  return texts.map((text, index): Verdict => {
    const same = first.get(text);
    if (same !== undefined) return { kind: "exact", of: same };
    first.set(text, index);
    const own = shingles(text);
    let best: { readonly of: number; readonly similarity: number } | null = null;
    for (const other of kept) {
      // Sets whose sizes differ that much cannot be so alike.
      const bound = Math.min(own.size, other.shingles.size) / Math.max(own.size, other.shingles.size);
      if (bound < threshold || bound <= (best?.similarity ?? 0)) continue;
      const alike = similarity(own, other.shingles);
      if (alike >= threshold && alike > (best?.similarity ?? 0)) best = { of: other.index, similarity: alike };
    }
    if (best) return { kind: "near", ...best };
    kept.push({ index, shingles: own });
    return { kind: "kept" };
  });
}
