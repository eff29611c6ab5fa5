import { describe, expect, it } from "vitest";
import { surprise } from "../../src/model/distribution";
import { likeliest, sample } from "./forced";
import { drawn } from "./written";

describe("what a model says", () => {
  const logits = Float32Array.from([0.1, 0.2, 0.7], Math.log);

  it("has a surprise, a likeliest token, and tokens drawn by their shares", () => {
    expect(surprise(logits, 1)).toBeCloseTo(-Math.log(0.2), 5);
    expect(
      surprise(
        logits.map((logit) => logit + 500),
        0,
      ),
    ).toBeCloseTo(-Math.log(0.1), 3);
    expect(likeliest(logits)).toBe(2);
    expect([0, 0.099, 0.101, 0.299, 0.301, 0.999].map((chance) => drawn(logits, chance))).toEqual([0, 0, 1, 1, 2, 2]);
  });

  it("is asked of a sample that is spread evenly, and of all where they are few", () => {
    expect(sample([1, 2, 3, 4, 5, 6], 3)).toEqual([1, 3, 5]);
    expect(sample([1, 2], 3)).toEqual([1, 2]);
  });
});
