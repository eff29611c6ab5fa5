import { describe, expect, it } from "vitest";
import { learnMerges, merge, pairsOf, visibleCharacters, withMerge, wordsIn, wordsOf } from "./bytePairs";

const words = wordsOf(["low low low low low", "lower lower"], visibleCharacters);

describe("learning byte pairs", () => {
  it("counts each word once with its number, the space before it included", () => {
    expect(words.map(({ symbols, count }) => [symbols.join(""), count])).toEqual([
      ["low", 1],
      ["␣low", 4],
      ["lower", 1],
      ["␣lower", 1],
    ]);
    expect(wordsIn("it's 12, ok")).toEqual(["it", "'s", " 12", ",", " ok"]);
  });

  it("orders pairs by how often they stand side by side in the whole text", () => {
    expect(pairsOf(words).slice(0, 3)).toEqual([
      { left: "l", right: "o", count: 7 },
      { left: "o", right: "w", count: 7 },
      { left: "␣", right: "l", count: 5 },
    ]);
  });

  it("takes the step that the quick way of learning takes, each time", () => {
    const texts = ["the cat sat on the mat", "床前明月光\n疑是地上霜", "aaaaa aaaa the hat"];
    let now = wordsOf(texts, visibleCharacters);
    const merges = learnMerges(now, 30);
    expect(merges.length).toBeGreaterThan(5);
    for (const step of merges) {
      expect(pairsOf(now)[0]).toEqual(step);
      now = withMerge(now, step);
    }
    expect(pairsOf(now)[0]?.count ?? 1).toBe(1);
  });

  it("cuts a new word by the merges, in the order in which they were learned", () => {
    const merges = learnMerges(words, 3);
    expect(merge(visibleCharacters(" lowest"), merges)).toEqual(["␣low", "e", "s", "t"]);
    expect(merge(visibleCharacters("slow"), merges)).toEqual(["s", "low"]);
  });
});
