import { describe, expect, it } from "vitest";
import { Tokenizer } from "../../src/model/tokenizers/tokenizer";
import { byteLevelFile, byteMerges } from "./bpe";

describe("byte-pair encoding", () => {
  it("merges the commonest pair first, counting its place in every word", () => {
    // l o: 5+2; o w: 5+2; then "lo w": 7; then " low": 4 (with the space), since one "low" starts the text.
    const merges = byteMerges(["low low low low low", "lower lower"], 3);
    expect(merges).toEqual([
      ["l", "o"],
      ["lo", "w"],
      ["Ġ", "low"],
    ]);
  });

  it("takes the first in order of equally common pairs, and stops where nothing occurs twice", () => {
    expect(byteMerges(["cd", "cd", "ab", "ab", "xy"], 10)).toEqual([
      ["a", "b"],
      ["c", "d"],
    ]);
  });

  it("merges a run of one letter from its left", () => {
    // aa aa a, not a aa aa.
    expect(byteMerges(["aaaaa", "aaaaa"], 2)).toEqual([
      ["a", "a"],
      ["aa", "a"],
    ]);
  });

  it("gives a tokenizer that reads any text and gives it back", () => {
    const tokenizer = new Tokenizer(byteLevelFile(["<end>"], byteMerges(["the cat, the hat"], 4)));
    for (const text of ["the hat", "naïve 猫 🐈‍⬛ x\n y", "<end>the"]) {
      const tokens = tokenizer.encode(text);
      expect(tokens.every(({ known }) => known)).toBe(true);
      expect(tokenizer.decode(tokens.map(({ id }) => id))).toBe(text.replace("<end>", ""));
    }
    expect(tokenizer.encode("the hat").map(({ text }) => text)).toEqual(["the", " ", "h", "at"]);
  });
});
