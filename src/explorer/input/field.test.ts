import { describe, expect, it } from "vitest";
import type { About } from "../../model/about";
import { fieldOf, textOf, withoutEnding } from "./field";

const about = (...examples: About["examples"]): About => {
  const both = { en: "a", "zh-Hans": "a" };
  return { title: both, does: both, order: 1, language: "en", examples };
};

describe("the field of a model", () => {
  it("finds the sign that every example ends with, and that there are digits alone before it", () => {
    const sort = fieldOf(about("5 2 7 1 →", "7 7 →"));
    expect(sort).toEqual({ lines: false, digits: true, ending: " →" });
    expect(withoutEnding("5 2 7 1 →", sort.ending)).toBe("5 2 7 1");
    expect(textOf("5 x2 7", sort)).toBe("5 2 7 →");
    expect(textOf("", sort)).toBe("");
  });

  it("finds none where some end with a word, or with the same word", () => {
    expect(fieldOf(about("cat (noun):", "an")).ending).toBe("");
    expect(fieldOf(about("my dog", "a dog")).ending).toBe("");
    expect(fieldOf(about("a [MASK]")).ending).toBe("");
  });

  it("keeps one line where the examples have one", () => {
    expect(textOf("one\ntwo", fieldOf(about("a", "b")))).toBe("one two");
    expect(textOf("one\ntwo", fieldOf(about("a\nb", "b")))).toBe("one\ntwo");
  });

  it("takes any text where there are no examples", () => {
    expect(fieldOf(null)).toEqual({ lines: false, digits: false, ending: "" });
  });
});
