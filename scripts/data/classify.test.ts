import { describe, expect, it } from "vitest";
import { categories } from "./classify";
import { NaiveBayes } from "./naiveBayes";
import { synsets } from "./wordnet";

describe("naive Bayes", () => {
  const items = [
    { text: "a small animal", label: 0 },
    { text: "a large animal", label: 0 },
    { text: "a small house", label: 1 },
  ];

  it("weighs words against how common a class is", () => {
    const model = new NaiveBayes(items, 2, 1);
    expect(model.predict("an animal")).toBe(0);
    expect(model.predict("the house")).toBe(1);
    // Class 0: 2/3 · 2/11 · 3/11; class 1: 1/3 · 2/8 · 1/8.
    expect(model.predict("small animal")).toBe(0);
    expect(model.predict("unheard")).toBe(0);
  });

  it("refuses a label that is no class", () => {
    expect(() => new NaiveBayes(items, 1, 1)).toThrow("The label is 1; there are 1 classes.");
  });
});

describe("the categories", () => {
  const nouns = synsets().filter(({ partOfSpeech }) => partOfSpeech === "noun");

  it("are those of WordNet's nouns, from 3 on", () => {
    expect([...new Set(nouns.map(({ category }) => category))].sort((a, b) => a - b)).toEqual(
      categories.map((_, index) => index + 3),
    );
    const of = (word: string, text: string) =>
      nouns.find(({ words, definition }) => words.includes(word) && definition.startsWith(text))?.category ?? 0;
    expect(categories[of("dog", "a member of the genus Canis") - 3]).toBe("animal");
    expect(categories[of("bread", "food made from dough") - 3]).toBe("food");
  });

  it("have every definition on one side", () => {
    const sides = new Map<string, Set<string>>();
    for (const { definition, side } of nouns) sides.set(definition, (sides.get(definition) ?? new Set()).add(side));
    expect([...sides.values()].every((found) => found.size === 1)).toBe(true);
  });
});
