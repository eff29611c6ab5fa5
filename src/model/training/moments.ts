/** Which steps of a run are kept, so that one can look back at how it learned. Pure. */

/** Moments of a run at most, its beginning and its end among them. */
const most = 20;
/** All moments of a run together take at most so much. */
const room = 48 * 2 ** 20; // bytes

/**
 * Steps in ascending order whose weights are kept: more of the early ones, for most is learned then. Evenly spaced by
 * ln(1 + step / s), where s is a hundredth of the run. A model of `weights` numbers so large that not even two moments
 * fit has none.
 */
export function momentsOf(steps: number, weights: number): readonly number[] {
  const count = Math.min(most, steps + 1, Math.floor(room / (4 * weights)));
  if (count < 2) return [];
  const unit = steps / 100;
  const places = Array.from({ length: count }, (_, place) =>
    Math.round(unit * ((1 + steps / unit) ** (place / (count - 1)) - 1)),
  );
  return [...new Set(places)];
}
