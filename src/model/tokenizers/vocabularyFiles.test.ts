import { describe, expect, it } from "vitest";
import { Tokenizer } from "./tokenizer";
import { byteLevelTokenizer, wordPieceTokenizer } from "./vocabularyFiles";

const vocabulary = Object.fromEntries(
  ["!", "a", "b", "c", "Ġ", "ca", "Ġb", "<|endoftext|>"].map((token, id) => [token, id]),
);
const merges = "#version: 0.2\nc a\nĠ b\n";
const texts = (json: unknown, text: string) => new Tokenizer(json).encode(text).map(({ text: shown }) => shown);

describe("vocab.json and merges.txt", () => {
  it("make the byte-level tokenizer of GPT-2", () => {
    const tokenizer = new Tokenizer(byteLevelTokenizer(vocabulary, merges));
    expect(tokenizer.encode("cab b").map(({ id }) => Number(id))).toEqual([5, 2, 6]);
    expect(tokenizer.decode([5, 2, 6, 7])).toBe("cab b");
    expect(tokenizer.isSpecial(7)).toBe(true);
  });

  it("frame the text as RoBERTa does where they have its tokens", () => {
    const framed = { ...vocabulary, "<s>": 8, "</s>": 9 };
    expect(texts(byteLevelTokenizer(framed, merges), "ca")).toEqual(["<s>", "ca", "</s>"]);
  });

  it("are refused with words", () => {
    expect(() => byteLevelTokenizer({ a: "1" }, merges)).toThrow('vocab.json: a is "1"; number is needed.');
    expect(() => byteLevelTokenizer(vocabulary, "c a b")).toThrow('merges.txt: a line is "c a b"');
  });
});

describe("vocab.txt", () => {
  const file = (...tokens: readonly string[]) => ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", ...tokens].join("\n");

  it("makes the WordPiece tokenizer of BERT, in lower case where no token has an upper-case letter", () => {
    const lower = wordPieceTokenizer(`${file("play", "##ing")}\n`, null);
    expect(new Tokenizer(lower).encode("Playing").map(({ id }) => Number(id))).toEqual([2, 5, 6, 3]);
    const cased = wordPieceTokenizer(file("play", "##ing", "Play"), null);
    expect(new Tokenizer(cased).encode("Playing").map(({ id }) => Number(id))).toEqual([2, 7, 6, 3]);
  });

  it("follows tokenizer_config.json", () => {
    const json = wordPieceTokenizer(file("play", "##ing"), { do_lower_case: false, model_max_length: 512 });
    expect(new Tokenizer(json).encode("Playing").map(({ id }) => Number(id))).toEqual([2, 1, 3]);
    expect(() => wordPieceTokenizer(file(), { do_lower_case: 1 })).toThrow("do_lower_case is 1; boolean is needed");
  });

  it("is refused without the tokens that BERT reads around a text", () => {
    expect(() => wordPieceTokenizer("a\nb", null)).toThrow("vocab.txt: [CLS] is missing among its 2 tokens");
  });

  it("is read with the line ends of any system", () => {
    expect(texts(wordPieceTokenizer(file("a").replaceAll("\n", "\r\n"), null), "a")).toEqual(["[CLS]", "a", "[SEP]"]);
  });
});
