/** tokenizer.json of a vocabulary of whole words, or of single characters. */

/** What stands in a text, and in which spelling. */
export interface WordLevel {
  /** They take the first ids; one of them is `<unk>`. */
  readonly specials: readonly string[];
  readonly words: readonly string[];
  /** A regular expression of one word of a text; what is between words is left out. */
  readonly word: string;
  /** Normalizers of Hugging Face tokenizers, in order. */
  readonly normalizers: readonly object[];
  /** Words are written without spaces between them. */
  readonly fused?: boolean;
}

/** In the format of Hugging Face tokenizers. */
export function wordLevelFile({ specials, words, word, normalizers, fused = false }: WordLevel): object {
  const flags = { single_word: false, lstrip: false, rstrip: false, normalized: false, special: true };
  return {
    version: "1.0",
    added_tokens: specials.map((content, id) => ({ id, content, ...flags })),
    normalizer: { type: "Sequence", normalizers },
    pre_tokenizer: { type: "Split", pattern: { Regex: word }, behavior: "Removed", invert: true },
    post_processor: null,
    decoder: fused ? { type: "Fuse" } : null,
    model: {
      type: "WordLevel",
      vocab: Object.fromEntries([...specials, ...words].map((token, id) => [token, id])),
      unk_token: "<unk>",
    },
  };
}
