/** How large a step is at each step of training. */
export const schedules = ["constant", "cosine", "inverseSquareRoot"] as const;

export interface Schedule {
  readonly kind: (typeof schedules)[number];
  /** The highest rate. */
  readonly rate: number;
  /** Steps over which the rate rises from nothing, in a straight line. */
  readonly warmUp: number;
  /** Steps of the whole run, at whose end a cosine has come down to nothing. */
  readonly steps: number;
}

/** The learning rate of step `step`, counted from 0. */
export function rateAt({ kind, rate, warmUp, steps }: Schedule, step: number): number {
  if (step < warmUp) return (rate * (step + 1)) / warmUp;
  switch (kind) {
    case "constant":
      return rate;
    case "cosine": {
      // Loshchilov and Hutter 2016, once.
      const way = Math.min(1, (step - warmUp) / Math.max(1, steps - warmUp));
      return (rate * (1 + Math.cos(Math.PI * way))) / 2;
    }
    case "inverseSquareRoot":
      // "Attention Is All You Need", section 5.3, with its height given as `rate`.
      return rate * Math.sqrt(Math.max(1, warmUp) / Math.max(1, step + 1));
  }
}
