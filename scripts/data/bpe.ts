/**
 * Byte-level BPE as GPT-2 has it (Radford et al. 2019): learned from bytes, and written as the tokenizer.json that
 * `@huggingface/tokenizers` reads.
 */
import { byteCharacters } from "../../src/model/tokenizers/byteLevel";
import { learnMerges, wordsOf } from "../../src/model/tokenizers/bytePairs";

/** The first `count` merges of the texts' bytes. */
export function byteMerges(texts: Iterable<string>, count: number): readonly (readonly [string, string])[] {
  const words = wordsOf(texts, (word) => [...byteCharacters(word)]);
  return learnMerges(words, count).map(({ left, right }) => [left, right] as const);
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
