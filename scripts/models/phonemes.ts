/** How wrong a pronunciation is. Knows nothing of models. */

/** Insertions, deletions and replacements that turn one sequence into another, at least (Levenshtein 1966). */
export function distance(found: readonly string[], wanted: readonly string[]): number {
  let row = Array.from({ length: wanted.length + 1 }, (_, place) => place);
  for (const [i, token] of found.entries()) {
    const next = [i + 1];
    for (const [j, other] of wanted.entries()) {
      const replaced = (row[j] ?? 0) + (token === other ? 0 : 1);
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[wanted.length] ?? 0;
}

const withoutStress = (phonemes: readonly string[]) => phonemes.map((phoneme) => phoneme.replace(/\d$/, ""));

/**
 * Errors against the listed pronunciation that is nearest, stress aside, and how many phonemes that one has; of equally
 * near ones the longest counts.
 */
export function phonemeErrors(found: readonly string[], listed: readonly (readonly string[])[]) {
  const judged = listed.map((one) => ({
    errors: distance(withoutStress(found), withoutStress(one)),
    phonemes: one.length,
  }));
  return judged.reduce((best, other) =>
    other.errors < best.errors || (other.errors === best.errors && other.phonemes > best.phonemes) ? other : best,
  );
}
