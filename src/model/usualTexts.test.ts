import { describe, expect, it } from "vitest";
import { Tokenizer } from "./tokenizers/tokenizer";
import { usualTexts } from "./usualTexts";

/** Words between spaces; "[MASK]" is special. */
function wordLevel(...words: string[]): Tokenizer {
  const vocabulary = ["[UNK]", "[MASK]", ...words];
  const special = { special: true, single_word: false, lstrip: false, rstrip: false, normalized: false };
  return new Tokenizer({
    added_tokens: ["[UNK]", "[MASK]"].map((content, id) => ({ id, content, ...special })),
    pre_tokenizer: { type: "WhitespaceSplit" },
    model: {
      type: "WordLevel",
      unk_token: "[UNK]",
      vocab: Object.fromEntries(vocabulary.map((word, id) => [word, id])),
    },
  });
}

const next = { kind: "nextToken", startToken: null, endToken: null } as const;

describe("texts for a model that came without any", () => {
  it("are those whose words the tokenizer knows, and that are not too long", () => {
    const tokenizer = wordLevel(..."The capital of France is One, two, three, four, five,".split(" "));
    expect(usualTexts(tokenizer, next, 10)).toEqual(["The capital of France is", "One, two, three, four, five,"]);
    expect(usualTexts(wordLevel(..."The capital of France is".split(" ")), next, 4)).toEqual(["The capital of France"]);
  });

  it("are words of its own where it knows none of them", () => {
    expect(usualTexts(wordLevel("un", "deux", "trois"), next, 10)).toEqual(["un deux trois"]);
  });

  it("hide a word from a model that fills masks", () => {
    const task = { kind: "maskedToken", maskToken: 1 } as const;
    expect(usualTexts(wordLevel(..."Paris is the of France.".split(" ")), task, 10)).toEqual([
      "Paris is the [MASK] of France.",
    ]);
    expect(usualTexts(wordLevel("un", "deux", "trois"), task, 10)).toEqual(["un [MASK] trois"]);
  });
});
