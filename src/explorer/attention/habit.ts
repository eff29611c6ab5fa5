/** What a head does on the whole, where one simple rule describes it. */

export type Habit = "itself" | "previous" | "next" | "first";

/** Below this share no rule describes the head. */
const enough = 0.5;

/**
 * The rule that takes the largest share of the weight, averaged over the rows that it applies to; null where none takes
 * half of it. Across two sequences "the same place" means nothing, so cross-attention has none.
 */
export function habitOf(
  pattern: Float32Array,
  queries: number,
  keys: number,
  part: "selfAttention" | "crossAttention",
): { readonly kind: Habit; readonly share: number } | null {
  if (part === "crossAttention" || queries < 3) return null;
  const rules: Readonly<Record<Habit, (row: number) => number>> = {
    itself: (row) => row,
    previous: (row) => row - 1,
    next: (row) => row + 1,
    first: () => 0,
  };
  let best: { kind: Habit; share: number } | null = null;
  for (const kind of ["itself", "previous", "next", "first"] as const) {
    let [sum, rows] = [0, 0];
    // The first row reads itself, the first and, masked, only that: it tells the rules apart from none.
    for (let row = 1; row < queries; row++) {
      const key = rules[kind](row);
      if (key < 0 || key >= keys) continue;
      sum += pattern[row * keys + key] ?? 0;
      rows += 1;
    }
    const share = rows > 0 ? sum / rows : 0;
    if (share >= enough && share > (best?.share ?? 0)) best = { kind, share };
  }
  return best;
}
