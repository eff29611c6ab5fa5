import { describe, expect, it } from "vitest";
import { judge, shingles, similarity } from "./duplicates";

describe("duplicates", () => {
  it("measures likeness by shared shingles over all of them", () => {
    // abcde bcdef against abcde bcdex: one shared of three.
    expect(similarity(shingles("abcdef"), shingles("abcdex"))).toBeCloseTo(1 / 3);
    expect(similarity(shingles("The  cat"), shingles("the cat "))).toBe(1);
    expect(similarity(shingles("ab"), shingles("cd"))).toBe(0);
  });

  it("keeps the first of equal texts and of those alike enough, and names it", () => {
    const texts = ["a small cat sleeps", "green ideas", "a small cat sleeps", "a small cat sleeps.", "床前明月光"];
    expect(judge(texts, 0.8)).toEqual([
      { kind: "kept" },
      { kind: "kept" },
      { kind: "exact", of: 0 },
      { kind: "near", of: 0, similarity: 14 / 15 },
      { kind: "kept" },
    ]);
  });

  it("keeps what is only somewhat alike, and compares with kept texts alone", () => {
    const texts = ["abcdefghij", "abcdefghix", "abcdefgyix"];
    expect(judge(texts, 0.9).map(({ kind }) => kind)).toEqual(["kept", "kept", "kept"]);
    expect(judge(texts, 0.3)).toMatchObject([{ kind: "kept" }, { kind: "near", of: 0 }, { kind: "near", of: 0 }]);
  });
});
