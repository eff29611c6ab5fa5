/** tokenizer.json of the translate model: one vocabulary of whole words for all three languages. */
import type { Example } from "./corpus";

export const specials = { padding: "<pad>", unknown: "<unk>", end: "<end>", fr: "<fr>", zh: "<zh>" } as const;

/** The words of the examples: the special tokens, then English, then the others, each sorted. */
export function vocabularyOf(examples: readonly Example[]): {
  readonly words: readonly string[];
  readonly sourceLimit: number;
} {
  const special: readonly string[] = Object.values(specials);
  const wordsOf = (texts: readonly string[]) =>
    [...new Set(texts.flatMap((text) => text.split(" ")))].filter((word) => !special.includes(word)).sort();
  const source = wordsOf(examples.map(({ en }) => en));
  const known = new Set(source);
  const target = wordsOf(examples.flatMap(({ fr, zh }) => [fr, zh])).filter((word) => !known.has(word));
  return { words: [...special, ...source, ...target], sourceLimit: special.length + source.length };
}

/** In the format of Hugging Face tokenizers. */
export function tokenizerFile(words: readonly string[]): unknown {
  const special: readonly string[] = Object.values(specials);
  return {
    version: "1.0",
    added_tokens: special.map((content, id) => ({
      id,
      content,
      single_word: false,
      lstrip: false,
      rstrip: false,
      normalized: false,
      special: true,
    })),
    normalizer: {
      type: "Sequence",
      normalizers: [
        { type: "NFC" },
        { type: "Lowercase" },
        { type: "Replace", pattern: { String: "’" }, content: "'" },
      ],
    },
    pre_tokenizer: {
      type: "Split",
      // A word with what hangs on it (don't, est-ce) but not its 's; a mark; or any run of the rest.
      pattern: {
        Regex:
          "[\\p{L}\\p{M}]+(?:-[\\p{L}\\p{M}]+)*(?:'(?!s(?![\\p{L}\\p{M}]))[\\p{L}\\p{M}]*)?|'s|[.,!?;:。？]|[^\\s\\p{L}\\p{M}.,!?;:。？]+",
      },
      behavior: "Removed",
      invert: true,
    },
    post_processor: null,
    decoder: null,
    model: {
      type: "WordLevel",
      vocab: Object.fromEntries(words.map((word, id) => [word, id])),
      unk_token: specials.unknown,
    },
  };
}
