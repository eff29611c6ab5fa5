import { describe, expect, it } from "vitest";
import { markStopWords, stopShare, withoutStopWords } from "./stopWords";

describe("stop words", () => {
  it("takes sentences of opposite meaning for the same", () => {
    expect(withoutStopWords("The dog is not in the house.")).toBe("dog house.");
    expect(withoutStopWords("The dog is in the house.")).toBe("dog house.");
    expect(withoutStopWords("To be, or not to be?")).toBe("");
  });

  it("marks them and loses no character", () => {
    const text = "It isn’t easy, is it?";
    const marked = markStopWords(text);
    expect(marked.map((word) => word.text).join("")).toBe(text);
    expect(marked.filter(({ stop }) => stop).map((word) => word.text)).toEqual(["It", "isn’t", "is", "it"]);
  });

  it("counts their share of the words", () => {
    expect(stopShare("the cat and the dog")).toBe(0.6);
    expect(stopShare("…")).toBe(0);
  });
});
