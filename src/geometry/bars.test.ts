import { describe, expect, it } from "vitest";
import { barOf, barScale, largestParts, zeroOf } from "./bars";

describe("bars from zero", () => {
  const scale = barScale([-1, 3, 0.5]);
  it("have one scale that holds zero and every value", () => {
    expect(scale).toEqual({ low: -1, high: 3 });
    expect(barScale([2, 3])).toEqual({ low: 0, high: 3 });
    expect(zeroOf(scale)).toBe(25);
  });
  it("lead to the left of zero when negative and to the right when positive", () => {
    expect(barOf(-1, scale)).toEqual({ left: 0, width: 25 });
    expect(barOf(3, scale)).toEqual({ left: 25, width: 75 });
    expect(barOf(0, { low: 0, high: 0 })).toEqual({ left: 0, width: 0 });
  });
});

describe("the largest parts of a sum", () => {
  const parts = [0.5, -4, 1, 2, -0.25].map((value, id) => ({ id, value }));
  it("come first by size, and the others are counted and summed", () => {
    const { shown, others } = largestParts(parts, 2);
    expect(shown.map(({ id }) => id)).toEqual([1, 3]);
    expect(others).toEqual({ count: 3, sum: 1.25 });
  });
  it("leave no single one out", () => {
    expect(largestParts(parts, 4).shown).toHaveLength(5);
    expect(largestParts(parts, 9).others).toEqual({ count: 0, sum: 0 });
  });
});
