/**
 * Byte-pair encoding (Sennrich et al. 2016, https://arxiv.org/abs/1508.07909) as it is learned: the commonest pair of
 * neighbours becomes one symbol, again and again. Knows nothing of files.
 */

/** GPT-2's words: a contraction, or letters, digits or signs with the space before them, or spaces. */
const wordPattern = /'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+/gu;

/** A word of a text, cut into symbols; merges never reach over its ends. */
export interface Word {
  /** How often the text has it. */
  readonly count: number;
  readonly symbols: readonly string[];
}

export interface Pair {
  readonly left: string;
  readonly right: string;
  /** How often the two stand side by side in the text. */
  readonly count: number;
}

/** The different words of some texts, each in the symbols that it starts from; no symbol may contain a space. */
export function wordsOf(texts: Iterable<string>, symbolsOf: (word: string) => readonly string[]): readonly Word[] {
  const counts = new Map<string, number>();
  for (const text of texts) for (const word of wordsIn(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].map(([word, count]) => ({ count, symbols: symbolsOf(word) }));
}

/** The words of a text in order. */
export function wordsIn(text: string): readonly string[] {
  return text.match(wordPattern) ?? [];
}

/** Characters as symbols that can be seen: "␣" is a space, "⏎" a new line. */
export function visibleCharacters(word: string): readonly string[] {
  return [...word.replaceAll("\n", "⏎").replace(/\s/g, "␣")];
}

/** Every pair of neighbours, the commonest first; of equally common ones the first in the order of code units. */
export function pairsOf(words: readonly Word[]): readonly Pair[] {
  const counts = new Map<string, number>();
  for (const word of words) tally(counts, word, 1);
  return [...counts]
    .map(([key, count]) => ({ ...parts(key), count, key }))
    .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1))
    .map(({ left, right, count }) => ({ left, right, count }));
}

/** The words with every such pair made into one symbol. */
export function withMerge(words: readonly Word[], { left, right }: Pick<Pair, "left" | "right">): readonly Word[] {
  return words.map((word) => {
    const symbols = merged(word.symbols, left, right);
    return symbols.length === word.symbols.length ? word : { ...word, symbols };
  });
}

/** A word in the symbols that the merges make of it, in their order. */
export function merge(symbols: readonly string[], merges: Iterable<Pick<Pair, "left" | "right">>): readonly string[] {
  let result = symbols;
  for (const { left, right } of merges) result = merged(result, left, right);
  return result;
}

/**
 * The `count` commonest pairs, one after the other, each made into one symbol before the next is looked for, as long as
 * one comes more than once. The result is the same everywhere: see `pairsOf` for equally common ones.
 */
export function learnMerges(words: readonly Word[], count: number): readonly Pair[] {
  const all = words.map((word) => ({ ...word }));
  const pairs = new Map<string, number>();
  const holders = new Map<string, Set<(typeof all)[number]>>();
  const add = (word: (typeof all)[number]) => {
    for (const key of tally(pairs, word, 1)) {
      const found = holders.get(key);
      if (found) found.add(word);
      else holders.set(key, new Set([word]));
    }
  };
  for (const word of all) add(word);
  const merges: Pair[] = [];
  while (merges.length < count) {
    const best = commonest(pairs);
    if (best === null) break;
    const { left, right } = parts(best);
    merges.push({ left, right, count: pairs.get(best) ?? 0 });
    for (const word of holders.get(best) ?? []) {
      tally(pairs, word, -1);
      word.symbols = merged(word.symbols, left, right);
      add(word);
    }
    pairs.delete(best);
    holders.delete(best);
  }
  return merges;
}

/** Adds a word's pairs to the counts, or takes them away; → their keys. */
function tally(counts: Map<string, number>, { symbols, count }: Word, sign: 1 | -1): readonly string[] {
  const keys = symbols.slice(1).map((right, at) => `${symbols[at]} ${right}`);
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + sign * count);
  return keys;
}

function parts(key: string): { readonly left: string; readonly right: string } {
  const [left = "", right = ""] = key.split(" ");
  return { left, right };
}

function commonest(pairs: ReadonlyMap<string, number>): string | null {
  let [best, most] = ["", 1];
  for (const [pair, count] of pairs) {
    if (count > most || (count === most && best !== "" && pair < best)) [best, most] = [pair, count];
  }
  return best === "" ? null : best;
}

function merged(symbols: readonly string[], left: string, right: string): string[] {
  const result: string[] = [];
  for (const symbol of symbols) {
    if (symbol === right && result.at(-1) === left) result[result.length - 1] = left + right;
    else result.push(symbol);
  }
  return result;
}
