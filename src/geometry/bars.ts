/** Bars from zero on a common scale. Pure; lengths in per cent of the track. */

export interface BarScale {
  /** At most 0. */
  readonly low: number;
  /** At least 0. */
  readonly high: number;
}

/** The scale that holds all values and zero. */
export function barScale(values: Iterable<number>): BarScale {
  let [low, high] = [0, 0];
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return { low, high };
}

export interface BarBox {
  readonly left: number;
  readonly width: number;
}

/** The bar of a value; nothing on a scale without length. */
export function barOf(value: number, { low, high }: BarScale): BarBox {
  const length = high - low;
  if (length <= 0) return { left: 0, width: 0 };
  return { left: ((Math.min(value, 0) - low) / length) * 100, width: (Math.abs(value) / length) * 100 };
}

/** Where zero stands. */
export function zeroOf({ low, high }: BarScale): number {
  return high > low ? (-low / (high - low)) * 100 : 0;
}

/**
 * The `most` largest by absolute value, in that order (ties in the order given), and the sum and number of the others:
 * what is shown still adds up to all.
 */
export function largestParts<T extends { readonly value: number }>(
  parts: readonly T[],
  most: number,
): { readonly shown: readonly T[]; readonly others: { readonly count: number; readonly sum: number } } {
  const sorted = parts.toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value));
  // One left out alone would take the same room as itself.
  const count = parts.length > most + 1 ? most : parts.length;
  const rest = sorted.slice(count);
  return {
    shown: sorted.slice(0, count),
    others: { count: rest.length, sum: rest.reduce((sum, { value }) => sum + value, 0) },
  };
}
