import { describe, expect, it } from "vitest";
import { divergence, effectOf } from "./effects";

describe("divergence", () => {
  it("is what the definition gives, in nats", () => {
    expect(divergence([0.5, 0.5], [0.25, 0.75])).toBeCloseTo(0.5 * Math.log(2) + 0.5 * Math.log(2 / 3), 12);
    expect(divergence([1, 0], [0.5, 0.5])).toBeCloseTo(Math.LN2, 12);
  });

  it("is nothing between equals, never below, and infinite where what was possible is ruled out", () => {
    expect(divergence([0.2, 0.8], [0.2, 0.8])).toBe(0);
    expect(divergence([0.3, 0.7], [0.30000001, 0.69999999])).toBeGreaterThanOrEqual(0);
    expect(divergence([0.5, 0.5], [1, 0])).toBe(Number.POSITIVE_INFINITY);
  });
});

describe("effectOf", () => {
  const row = (position: number, question: string, ...probabilities: number[]) => ({
    position,
    question,
    probabilities,
  });

  it("compares equal questions alone, and says what was likeliest and is", () => {
    const before = [row(0, "a", 0.75, 0.25), row(1, "ab", 0.5, 0.5), row(2, "abc", 1, 0)];
    const after = [row(0, "a", 0.25, 0.75), row(1, "ax", 0.9, 0.1), row(2, "abc", 1, 0)];
    const { rows, mean, changed } = effectOf(before, after);
    expect(rows.map(({ position }) => position)).toEqual([0, 2]);
    expect(rows[0]).toMatchObject({ before: 0, after: 1, difference: -0.5 });
    expect(rows[0]?.divergence).toBeCloseTo(0.5 * Math.log(3), 12);
    expect(mean).toBeCloseTo(0.25 * Math.log(3), 12);
    expect(changed).toBe(1);
  });

  it("has no mean where nothing can be compared", () => {
    expect(effectOf([row(0, "a", 1)], [row(0, "b", 1)])).toEqual({ rows: [], mean: null, changed: 0 });
  });
});
