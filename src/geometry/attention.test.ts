import { describe, expect, it } from "vitest";
import { mergeHeads, readByQueries, readFromKeys } from "./attention";

// Two heads, two queries, three keys.
const pattern = Float32Array.of(1, 0, 0, 0.25, 0.75, 0, 0.5, 0.25, 0.25, 0.125, 0.125, 0.75);

describe("patterns of several heads", () => {
  it("averages them, and each row still adds up to 1", () => {
    const mean = mergeHeads(pattern, 6, [0, 1], "mean");
    expect([...mean]).toEqual([0.75, 0.125, 0.125, 0.1875, 0.4375, 0.375]);
  });
  it("takes the largest weight of any of them", () => {
    expect([...mergeHeads(pattern, 6, [0, 1], "max")]).toEqual([1, 0.25, 0.25, 0.25, 0.75, 0.75]);
  });
  it("is one head's own when that alone is chosen, and nothing without any", () => {
    expect(mergeHeads(pattern, 6, [1], "mean")).toEqual(pattern.slice(6));
    expect([...mergeHeads(pattern, 6, [], "mean")]).toEqual([0, 0, 0, 0, 0, 0]);
  });
});

describe("a pattern over chosen tokens", () => {
  const one = pattern.slice(0, 6);
  it("sums what queries read from each key", () => {
    expect([...readByQueries(one, 3, [0, 1])]).toEqual([1.25, 0.75, 0]);
    expect([...readByQueries(one, 3, [1])]).toEqual([0.25, 0.75, 0]);
  });
  it("sums what each query reads from keys", () => {
    expect([...readFromKeys(one, 3, [0, 1])]).toEqual([1, 1]);
    expect([...readFromKeys(one, 3, [1])]).toEqual([0, 0.75]);
  });
});
