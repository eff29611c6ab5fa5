/**
 * Byte-pair encoding as GPT-2 has it (Sennrich et al. 2016, https://arxiv.org/abs/1508.07909; Radford et al. 2019): learns
 * the merges, and writes them as the tokenizer.json that `@huggingface/tokenizers` reads.
 */
import { byteCharacters } from "../../src/model/tokenizers/byteLevel";

/** GPT-2's words: a contraction, or letters, digits or signs with the space before them, or spaces. */
const words = /'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+/gu;

interface Word {
  readonly count: number;
  symbols: string[];
}

const pairKey = (left: string, right: string) => `${left} ${right}`;

/**
 * The `count` commonest pairs, one after the other, each made into one symbol before the next is looked for; of equally
 * common ones the first in the order of code units, so that the result is the same everywhere.
 */
export function learnMerges(texts: Iterable<string>, count: number): readonly (readonly [string, string])[] {
  const counts = new Map<string, number>();
  for (const text of texts) for (const word of text.match(words) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  const all: Word[] = [...counts].map(([word, times]) => ({ count: times, symbols: [...byteCharacters(word)] }));
  const pairs = new Map<string, number>();
  const holders = new Map<string, Set<Word>>();
  const tally = (word: Word, sign: 1 | -1) => {
    for (let at = 1; at < word.symbols.length; at++) {
      const key = pairKey(word.symbols[at - 1] ?? "", word.symbols[at] ?? "");
      pairs.set(key, (pairs.get(key) ?? 0) + sign * word.count);
      const found = holders.get(key);
      if (found) found.add(word);
      else holders.set(key, new Set([word]));
    }
  };
  for (const word of all) tally(word, 1);
  const merges: [string, string][] = [];
  while (merges.length < count) {
    const best = commonest(pairs);
    if (best === null) break;
    const [left = "", right = ""] = best.split(" ");
    merges.push([left, right]);
    for (const word of holders.get(best) ?? []) {
      tally(word, -1);
      word.symbols = merged(word.symbols, left, right);
      tally(word, 1);
    }
    pairs.delete(best);
    holders.delete(best);
  }
  return merges;
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

/** tokenizer.json: the special tokens, the 256 bytes, then the merges. */
export function byteLevelFile(specials: readonly string[], merges: readonly (readonly [string, string])[]): object {
  const bytes = Array.from({ length: 256 }, (_, byte) => byteCharacters(Uint8Array.of(byte)));
  const tokens = [...specials, ...bytes, ...merges.map((pair) => pair.join(""))];
  const flags = { single_word: false, lstrip: false, rstrip: false, normalized: false, special: true };
  return {
    version: "1.0",
    truncation: null,
    padding: null,
    added_tokens: specials.map((content, id) => ({ id, content, ...flags })),
    normalizer: null,
    pre_tokenizer: { type: "ByteLevel", add_prefix_space: false, trim_offsets: true, use_regex: true },
    post_processor: null,
    decoder: { type: "ByteLevel", add_prefix_space: true, trim_offsets: true, use_regex: true },
    model: {
      type: "BPE",
      dropout: null,
      unk_token: null,
      continuing_subword_prefix: null,
      end_of_word_suffix: null,
      fuse_unk: false,
      byte_fallback: false,
      vocab: Object.fromEntries(tokens.map((token, id) => [token, id])),
      merges: merges.map((pair) => pair.join(" ")),
    },
  };
}
