/** How far a changed distribution is from what it was. Pure; distributions add up to 1. */
import { largest } from "./distribution";

/**
 * Kullback–Leibler divergence Σ p log(p / q) of what was (`before`, p) from what is (`after`, q), in nats: what is lost
 * by believing q where p holds (Kullback and Leibler 1951). Infinite where q rules out what p allows.
 */
export function divergence(before: ArrayLike<number>, after: ArrayLike<number>): number {
  let sum = 0;
  for (let id = 0; id < before.length; id++) {
    const [p, q] = [before[id] ?? 0, after[id] ?? 0];
    if (p > 0) sum += p * Math.log(p / q);
  }
  // Never below 0 but for rounding.
  return Math.max(0, sum);
}

/** One prediction, before and after. */
export interface RowEffect {
  /** Place of the prediction: a position of the stack, or 0 for a whole input's class. */
  readonly position: number;
  /** In nats. */
  readonly divergence: number;
  /** The likeliest token or class before and after; they differ where the change decides. */
  readonly before: number;
  readonly after: number;
  /** Probability now minus then, of what was likeliest before. */
  readonly difference: number;
}

export interface Effect {
  /** Predictions that answer the same question before and after, in order. */
  readonly rows: readonly RowEffect[];
  /** Mean divergence over the rows, in nats; null where none can be compared. */
  readonly mean: number | null;
  /** Rows whose likeliest is another now. */
  readonly changed: number;
}

/** A distribution and the question that it answers: only equal questions are compared. */
export interface Answered {
  readonly position: number;
  readonly question: string;
  readonly probabilities: ArrayLike<number>;
}

/** The effect over all rows that both have. */
export function effectOf(before: readonly Answered[], after: readonly Answered[]): Effect {
  const was = new Map(before.map((row) => [`${row.position} ${row.question}`, row.probabilities]));
  const rows = after.flatMap(({ position, question, probabilities }): RowEffect[] => {
    const old = was.get(`${position} ${question}`);
    if (!old) return [];
    const top = largest(old);
    return [
      {
        position,
        divergence: divergence(old, probabilities),
        before: top,
        after: largest(probabilities),
        difference: (probabilities[top] ?? 0) - (old[top] ?? 0),
      },
    ];
  });
  const sum = rows.reduce((total, row) => total + row.divergence, 0);
  return {
    rows,
    mean: rows.length > 0 ? sum / rows.length : null,
    changed: rows.filter((row) => row.before !== row.after).length,
  };
}
