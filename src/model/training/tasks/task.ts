/** What a model can be taught here: examples drawn from a seed, some of which are never trained on. Plain symbols, no ids. */

/** One thing to learn. */
export interface Example {
  /** What is given; empty where the model only goes on writing. */
  readonly source: readonly string[];
  /** What is to be written. */
  readonly target: readonly string[];
  /** For each of the target whether it can be known; all can where this is absent. */
  readonly knowable?: readonly boolean[];
}

export interface TrainingTask {
  /** Every symbol of sources and targets, each once. */
  readonly symbols: readonly string[];
  /** What stands between two symbols when they are written out. */
  readonly separator: "" | " ";
  /** The longest there are, in symbols. */
  readonly longestSource: number;
  readonly longestTarget: number;
  /** Any example; the same stream of numbers in [0, 1) gives the same one. */
  draw(random: () => number): Example;
}

/** Tasks of symbols. */
export const textTasks = ["copy", "reverse", "sort", "addition", "induction", "grammar", "names", "text"] as const;
export type TextTask = (typeof textTasks)[number];
/** All there are: digits are pictures. */
export const taskNames = [...textTasks, "digits"] as const;
export type TaskName = (typeof taskNames)[number];

/** A whole number from 0 to below `count`. */
export function below(count: number, random: () => number): number {
  return Math.floor(random() * count);
}

export function oneOf<T>(items: readonly T[], random: () => number): T {
  const found = items[below(items.length, random)];
  if (found === undefined) throw new Error("There is nothing to choose from.");
  return found;
}
