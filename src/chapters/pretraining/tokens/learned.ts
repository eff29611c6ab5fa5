/** The merges of the corpus and how things stood after each of them. */
import { useMemo } from "react";
import {
  learnMerges,
  merge,
  type Pair,
  visibleCharacters,
  type Word,
  withMerge,
  wordsOf,
} from "../../../model/tokenizers/bytePairs";
import { usePipeline } from "../pipeline";

/** Merges that are learned at most, and characters of the corpus that they are learned from. */
const [most, longest] = [200, 30_000] as const;

export interface Learned {
  readonly merges: readonly Pair[];
  /** Before the first merge and after each. */
  readonly states: readonly (readonly Word[])[];
  /** Tokens of the corpus in each state. */
  readonly counts: readonly number[];
  /** What the vocabulary starts from, the commonest first. */
  readonly characters: readonly string[];
}

export function useLearned(): Learned {
  const { corpus } = usePipeline();
  return useMemo(() => learn(corpus), [corpus]);
}

function learn(corpus: readonly string[]): Learned {
  let left = longest;
  const texts: string[] = [];
  // The visitor's own text comes last, and is not to be cut off.
  for (const text of [...corpus].reverse()) {
    if (left <= 0) break;
    texts.push(text.slice(0, left));
    left -= text.length;
  }
  const start = wordsOf(texts.reverse(), visibleCharacters);
  const merges = learnMerges(start, most);
  const states = [start];
  for (const pair of merges) states.push(withMerge(states.at(-1) ?? [], pair));
  const counts = states.map((words) => words.reduce((sum, { symbols, count }) => sum + symbols.length * count, 0));
  const uses = new Map<string, number>();
  for (const { symbols, count } of start) for (const one of symbols) uses.set(one, (uses.get(one) ?? 0) + count);
  const characters = [...uses].sort((a, b) => b[1] - a[1]).map(([character]) => character);
  return { merges, states, counts, characters };
}

/** A word in the first `step` merges. */
export function cut(symbols: readonly string[], merges: readonly Pair[], step: number): readonly string[] {
  return merge(symbols, merges.slice(0, step));
}
