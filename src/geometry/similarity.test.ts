import { describe, expect, it } from "vitest";
import { cosines, norms } from "./similarity";

const vectors = Float32Array.of(3, 4, 0, 0, -6, -8, 4, -3);

describe("vectors of tokens", () => {
  it("have their Euclidean length", () => {
    expect([...norms(vectors, 2)]).toEqual([5, 0, 10, 5]);
  });
  it("have 1 with their own direction, −1 with the opposite, 0 at right angles and without a direction", () => {
    const found = cosines(vectors, 2);
    expect([...found.subarray(0, 4)]).toEqual([1, 0, -1, 0]);
    expect([...found.subarray(4, 8)]).toEqual([0, 0, 0, 0]);
  });
  it("compare alike both ways", () => {
    const found = cosines(Float32Array.of(1, 2, 3, 4, 0.5, -1), 2);
    for (const [a, b] of [
      [0, 1],
      [0, 2],
      [1, 2],
    ] as const) {
      expect(found[a * 3 + b]).toBe(found[b * 3 + a]);
    }
    expect(found[1]).toBeCloseTo(11 / (Math.sqrt(5) * 5), 6);
  });
});
