import { describe, expect, it } from "vitest";
import { Fault } from "../fault";
import { Tokenizer } from "./tokenizer";

const special = (id: number, content: string) => ({ id, content, special: true });

/** One token a word, lower-cased, as `translate` reads its input. */
const wordLevel = {
  added_tokens: [special(0, "<pad>"), special(1, "<unk>"), special(2, "<end>")],
  normalizer: { type: "Sequence", normalizers: [{ type: "NFC" }, { type: "Lowercase" }] },
  pre_tokenizer: { type: "Whitespace" },
  model: {
    type: "WordLevel",
    vocab: { "<pad>": 0, "<unk>": 1, "<end>": 2, the: 3, red: 4, car: 5, ".": 6, "?": 7 },
    unk_token: "<unk>",
  },
};

const letters = Object.fromEntries(["<unk>", ..."abc 你"].map((letter, id) => [letter, id]));
const characterLevel = {
  pre_tokenizer: { type: "Split", pattern: { Regex: "[\\s\\S]" }, behavior: "Isolated", invert: false },
  decoder: { type: "Fuse" },
  model: { type: "WordLevel", vocab: letters, unk_token: "<unk>" },
};
const characterBpe = {
  decoder: { type: "Fuse" },
  model: { type: "BPE", vocab: letters, merges: [], unk_token: "<unk>" },
};

/** Byte-level BPE with a few merges; the 256 byte characters are the first tokens, as in GPT-2. */
const byteCharacters = Array.from({ length: 256 }, (_, byte) => byte)
  .filter((byte) => (byte >= 0x21 && byte <= 0x7e) || (byte >= 0xa1 && byte <= 0xac) || byte >= 0xae)
  .map((byte) => String.fromCharCode(byte))
  .concat(Array.from({ length: 68 }, (_, other) => String.fromCharCode(256 + other)));
const byteLevel = {
  added_tokens: [special(260, "<|endoftext|>")],
  pre_tokenizer: { type: "ByteLevel", add_prefix_space: false, trim_offsets: true },
  post_processor: { type: "ByteLevel", trim_offsets: false },
  decoder: { type: "ByteLevel" },
  model: {
    type: "BPE",
    vocab: Object.fromEntries([...byteCharacters, "Ġt", "he", "Ġthe", "ca"].map((token, id) => [token, id])),
    merges: ["Ġ t", "h e", ["Ġt", "he"].join(" "), "c a"],
  },
};

const wordPiece = {
  added_tokens: [special(0, "[UNK]"), special(1, "[CLS]"), special(2, "[SEP]"), special(3, "[MASK]")],
  normalizer: { type: "BertNormalizer", clean_text: true, handle_chinese_chars: true, lowercase: true },
  pre_tokenizer: { type: "BertPreTokenizer" },
  post_processor: { type: "BertProcessing", sep: ["[SEP]", 2], cls: ["[CLS]", 1] },
  decoder: { type: "WordPiece", prefix: "##", cleanup: true },
  model: {
    type: "WordPiece",
    vocab: { "[UNK]": 0, "[CLS]": 1, "[SEP]": 2, "[MASK]": 3, play: 4, "##ing": 5, cafe: 6, 你: 7 },
    unk_token: "[UNK]",
    continuing_subword_prefix: "##",
    max_input_chars_per_word: 100,
  },
};

const kinds = { wordLevel, characterLevel, characterBpe, byteLevel, wordPiece };
const summary = (json: unknown, text: string) =>
  new Tokenizer(json).encode(text).map(({ text: shown, known, start, end }) => [shown, known, start, end]);

describe("a word-level tokenizer", () => {
  const tokenizer = new Tokenizer(wordLevel);

  it("gives each word its id, as it was typed and where", () => {
    expect(tokenizer.encode("The red  car.")).toEqual([
      { id: 3, text: "The", bytes: null, known: true, start: 0, end: 3 },
      { id: 4, text: "red", bytes: null, known: true, start: 4, end: 7 },
      { id: 5, text: "car", bytes: null, known: true, start: 9, end: 12 },
      { id: 6, text: ".", bytes: null, known: true, start: 12, end: 13 },
    ]);
  });

  it("keeps an unknown word as typed, and reads it as unknown", () => {
    expect(tokenizer.encode("the Zebra?")).toEqual([
      { id: 3, text: "the", bytes: null, known: true, start: 0, end: 3 },
      { id: 1, text: "Zebra", bytes: null, known: false, start: 4, end: 9 },
      { id: 7, text: "?", bytes: null, known: true, start: 9, end: 10 },
    ]);
  });

  it("finds words behind spaces, emoji and letters that change their length in lower case", () => {
    expect(summary(wordLevel, "  😀 İ red")).toEqual([
      ["😀", false, 2, 4],
      // The lower case of İ is an i and a combining dot, which this pre-tokenizer takes apart: each half shows the letter.
      ["İ", false, 5, 6],
      ["İ", false, 5, 6],
      ["red", true, 7, 10],
    ]);
  });

  it("writes ids as words and leaves special tokens out", () => {
    expect(tokenizer.decode([3, 4, 5, 2, 0])).toBe("the red car");
    expect(tokenizer.decode([])).toBe("");
    expect(tokenizer.decode([999])).toBe("");
    expect(tokenizer.tokenText(2)).toBe("<end>");
    expect(tokenizer.tokenText(-1)).toBe("");
    expect(tokenizer.isSpecial(2)).toBe(true);
    expect(tokenizer.isSpecial(3)).toBe(false);
  });

  it("has the size of its vocabulary and every token's id", () => {
    expect(tokenizer.vocabularySize).toBe(8);
    expect(tokenizer.id("car")).toBe(5);
    expect(tokenizer.id("constructor")).toBeNull();
    expect([...tokenizer.vocabulary().keys()]).toContain("<end>");
  });

  it("takes no word for known because every object has a property of that name", () => {
    expect(summary(wordLevel, "constructor __proto__").map(([, known]) => known)).toEqual([false, false]);
  });
});

describe("a character-level tokenizer", () => {
  it.each([
    ["word-level", characterLevel],
    ["BPE without merges", characterBpe],
  ])("gives each character a token (%s)", (_, json) => {
    expect(summary(json, "a你 😀b")).toEqual([
      ["a", true, 0, 1],
      ["你", true, 1, 2],
      [" ", true, 2, 3],
      ["😀", false, 3, 5],
      ["b", true, 5, 6],
    ]);
    expect(new Tokenizer(json).decode([1, 2, 3])).toBe("abc");
  });
});

describe("a byte-level BPE tokenizer", () => {
  it("shows tokens as text, with the space that they start with", () => {
    expect(summary(byteLevel, "cab the")).toEqual([
      ["ca", true, 0, 2],
      ["b", true, 2, 3],
      [" the", true, 3, 7],
    ]);
  });

  it("knows every character by its bytes, and tells no place for a part of one", () => {
    const tokens = new Tokenizer(byteLevel).encode("é the");
    expect(tokens.map(({ text }) => text)).toEqual(["⟨C3⟩", "⟨A9⟩", " the"]);
    expect(tokens.every(({ known }) => known)).toBe(true);
    expect(tokens[0]).not.toHaveProperty("start");
    expect(tokens[2]).toMatchObject({ start: 1, end: 5 });
    expect(new Tokenizer(byteLevel).decode(tokens.map(({ id }) => id))).toBe("é the");
  });

  it("says what bytes each token stands for", () => {
    const tokenizer = new Tokenizer(byteLevel);
    const tokens = tokenizer.encode("é the<|endoftext|>");
    expect(tokens.map(({ bytes }) => bytes && [...bytes])).toEqual([[0xc3], [0xa9], [...Buffer.from(" the")], null]);
    expect(tokenizer.tokenBytes(258)).toEqual(Uint8Array.from(Buffer.from(" the")));
    expect(tokenizer.tokenBytes(260)).toBeNull();
    expect(tokenizer.tokenBytes(999)).toBeNull();
  });

  it("writes the bytes of a character that is cut", () => {
    const tokenizer = new Tokenizer(byteLevel);
    const ids = tokenizer.encode("aé").map(({ id }) => Number(id));
    expect(tokenizer.decode(ids)).toBe("aé");
    expect(tokenizer.decode(ids.slice(0, 2))).toBe("a⟨C3⟩");
    expect(tokenizer.decode([...ids.slice(0, 2), 260, ...ids.slice(2)])).toBe("a⟨C3⟩⟨A9⟩");
  });

  it("keeps the places of what follows the parts of a character in the same word", () => {
    expect(summary(byteLevel, "é你a")).toEqual([
      ["⟨C3⟩", true, undefined, undefined],
      ["⟨A9⟩", true, undefined, undefined],
      ["⟨E4⟩", true, undefined, undefined],
      ["⟨BD⟩", true, undefined, undefined],
      ["⟨A0⟩", true, undefined, undefined],
      ["a", true, 2, 3],
    ]);
    const prefixed = { ...byteLevel, pre_tokenizer: { type: "ByteLevel", add_prefix_space: true } };
    expect(summary(prefixed, "theb")).toEqual([
      [expect.stringMatching(/the/), true, 0, 3],
      ["b", true, 3, 4],
    ]);
  });

  it("keeps a special token that was typed in one piece", () => {
    expect(new Tokenizer(byteLevel).encode("ca<|endoftext|>").map(({ id }) => id)[1]).toBe(260);
  });
});

describe("a WordPiece tokenizer", () => {
  it("adds its special tokens, which stand for no piece of the text", () => {
    expect(summary(wordPiece, "Playing [MASK] café 你好")).toEqual([
      ["[CLS]", true, undefined, undefined],
      ["Play", true, 0, 4],
      ["ing", true, 4, 7],
      ["[MASK]", true, 8, 14],
      ["café", true, 15, 19],
      ["你", true, 20, 21],
      ["好", false, 21, 22],
      ["[SEP]", true, undefined, undefined],
    ]);
  });
});

describe.each(Object.entries(kinds))("with any text, the %s tokenizer", (_, json) => {
  const tokenizer = new Tokenizer(json);
  it.each([
    ["nothing", ""],
    ["spaces", "  \t\n "],
    ["emoji with joiners", "👩‍👩‍👧‍👦 🇫🇷 ❤️"],
    ["right-to-left text", "السيارة الحمراء سريعة"],
    ["a lone surrogate", "a \ud83d b \ude00"],
    ["combining marks", "e\u0301 a\u0323\u0307"],
    ["control characters", "a\u0000b\u200b\ufeffc"],
    ["special tokens", "<pad><unk> [MASK] <|endoftext|>"],
    ["10,000 characters without a space", "a😀".repeat(3_334)],
    ["10,000 characters of words", "the zebra ".repeat(1_000)],
  ])("survives %s", (_, text) => {
    const started = performance.now();
    const tokens = tokenizer.encode(text);
    expect(performance.now() - started).toBeLessThan(2_000);
    for (const { id, start, end } of tokens) {
      expect(Number.isInteger(id) && id >= 0 && id < tokenizer.vocabularySize).toBe(true);
      if (start !== undefined) expect(text.slice(start, end)).not.toBe("");
    }
    expect(typeof tokenizer.decode(tokens.map(({ id }) => id))).toBe("string");
  });
});

describe("a tokenizer.json", () => {
  it.each<[string, unknown, RegExp]>([
    ["that is no object", "words", /holds "words"; object is needed/],
    ["without a model", {}, /model/],
    ["with an unknown kind of model", { model: { type: "Magic", vocab: {} } }, /model\.type/],
    ["with a negative id", { model: { type: "WordLevel", vocab: { a: -1 } } }, /model\.vocab\.a/],
    ["with an id too large to list", { model: { type: "WordLevel", vocab: { a: 4e9 } } }, /model\.vocab\.a/],
    [
      "with two tokens of one id",
      { model: { type: "WordLevel", vocab: { "<unk>": 0, a: 1, b: 1 } } },
      /id 1.*"a".*"b"/,
    ],
    ["without its unknown token", { model: { type: "WordLevel", vocab: { a: 0 } } }, /unk_token is "<unk>".*1 tokens/],
    ["with an unknown pre-tokenizer", { ...wordLevel, pre_tokenizer: { type: "Magic" } }, /Magic/],
  ])("%s is refused with words", (_, json, message) => {
    expect(() => new Tokenizer(json)).toThrow(Fault);
    expect(() => new Tokenizer(json)).toThrow(message);
  });
});
