import { describe, expect, it } from "vitest";
import { entries, synsets } from "./wordnet";

const sets = synsets();
const find = (word: string, start: string) =>
  sets.find(({ words, definition }) => words.includes(word) && definition.startsWith(start));

describe("WordNet", () => {
  it("has its 117,791 sets of words, in 45 categories", () => {
    expect(sets.length).toBe(117_791);
    expect(new Set(sets.map(({ category }) => category)).size).toBe(45);
  });

  it("gives words as they are written, and definitions without their examples", () => {
    expect(find("living thing", "a living")).toMatchObject({
      words: ["living thing", "animate thing"],
      definition: "a living (or once living) entity",
      partOfSpeech: "noun",
      category: 3,
    });
    expect(find("congener", "a whole")?.definition).toBe(
      "a whole (a thing or person) of the same kind or category as another",
    );
    expect(find("able", "(usually")?.definition).toBe(
      "(usually followed by `to') having the necessary means or skill or know-how or authority to do something",
    );
    expect(sets.filter(({ words }) => words.some((word) => /_|\((a|p|ip)\)/.test(word)))).toEqual([]);
  });

  it("has no definition on two sides, whatever words and parts of speech it has", () => {
    const sides = new Map<string, string>();
    for (const { text, side } of entries(sets)) {
      const definition = text.slice(text.indexOf("): ") + 3);
      expect(sides.get(definition) ?? side, definition).toBe(side);
      sides.set(definition, side);
    }
    expect(new Set(sides.values()).size).toBe(3);
  });
});
