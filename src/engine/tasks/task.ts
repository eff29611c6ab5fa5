/** What every task has in common: how an input becomes forward passes, and those an outcome. */
import type { Answered } from "../../model/effects";
import type { ForwardInputs } from "../forward";
import type { Candidate, Generation, Input, Outcome, Problem, StackToken, StackTokens, TracedArray } from "../protocol";

/** Candidates shown at each place. */
export const shown = 10;

/** What a task asks of the session. */
export interface TaskContext {
  readonly generation: Generation;
  /** One forward pass → probabilities [B, T, V], or [B, V] of a classifier; throws where a newer request came. */
  pass(inputs: ForwardInputs): Promise<TracedArray>;
  /** Told what is written so far, as it grows. */
  written(text: string, tokens: number): void;
}

/** A task done; its last pass is over exactly what the outcome speaks of. */
export interface Done {
  readonly stacks: readonly StackTokens[];
  /** Every distribution that is compared with the one before a change. */
  readonly rows: readonly Answered[];
  /** In words, beside what the distributions were before a change. */
  outcome(before: readonly Answered[] | null): Outcome;
}

export type Prepared =
  | {
      readonly kind: "ready";
      /** Equal keys ask the same of the model. */
      readonly key: string;
      run(context: TaskContext): Promise<Done>;
    }
  | { readonly kind: "refused"; readonly problem: Problem; readonly tokens: readonly StackToken[] };

/** One of src/engine/tasks: reads an input, or says why it cannot. */
export type TaskEngine = (input: Input) => Prepared;

export function refused(problem: Problem, tokens: readonly StackToken[] = []): Prepared {
  return { kind: "refused", problem, tokens };
}

/** For a text that gave no token. */
export function nothingRead(text: string): Prepared {
  return refused({ kind: text.trim() === "" ? "emptyText" : "unknownText" });
}

/** Row `row` of probabilities [1, T, V], or the only one of [1, V]. */
export function rowOf({ shape, data }: TracedArray, row: number): Float32Array {
  const size = shape.at(-1) ?? 0;
  return data.subarray(row * size, (row + 1) * size);
}

/** What a distribution was before a change; undefined where another question was asked, or none. */
export function earlier(before: readonly Answered[] | null, { position, question }: Answered) {
  return before?.find((row) => row.position === position && row.question === question)?.probabilities;
}

/** A candidate of a distribution from which nothing is drawn. */
export function candidateOf(
  { id, text, bytes }: Pick<Candidate, "id" | "text"> & { readonly bytes?: readonly number[] | null },
  probabilities: ArrayLike<number>,
  was: ArrayLike<number> | undefined,
): Candidate {
  const candidate = { id, text, probability: probabilities[id] ?? 0, chance: null, before: was?.[id] ?? null };
  return bytes ? { ...candidate, bytes } : candidate;
}
