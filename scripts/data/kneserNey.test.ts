import { describe, expect, it } from "vitest";
import { randomNumbers } from "../../src/model/parameters";
import { KneserNey } from "./kneserNey";

const [a, b, end] = [0, 1, 2];

describe("the Kneser–Ney model", () => {
  /**
   * "a b" and "a a". Different tokens before a, b, end: 2, 1, 2, so Y = 1 / (1 + 2 · 2) = 0.2, and the discounts are
   * 1 − 2 · 0.2 · 2 / 1 = 0.2 for 1 and, as no count is 3, Y = 0.2 for 2: P(a) = (1.8 + 0.6 / 3) / 5 = 0.4, P(b) = 0.2,
   * P(end) = 0.4. Pairs: one occurs twice, four once, so both discounts are 2 / 3.
   */
  it("gives what a computation by hand gives", () => {
    const model = new KneserNey(
      [
        [a, b, end],
        [a, a, end],
      ],
      2,
      3,
    );
    const afterStart = (2 - 2 / 3 + (2 / 3) * 0.4) / 2;
    const bAfterA = (1 - 2 / 3 + 2 * 0.2) / 3;
    const endAfterB = 1 - 2 / 3 + (2 / 3) * 0.4;
    expect(model.nats([[a, b, end]])).toBeCloseTo(-Math.log(afterStart * bAfterA * endAfterB), 10);
    expect(model.nats([[a, b, end]], 1)).toBeCloseTo(-Math.log(bAfterA * endAfterB), 10);
    // Never seen at the start: all of its probability comes from the shorter grams.
    expect(model.nats([[b]])).toBeCloseTo(-Math.log(((2 / 3) * 0.2) / 2), 10);
  });

  it("shares out a probability of 1 in every context, seen or not", () => {
    const next = randomNumbers(3);
    const items = Array.from({ length: 200 }, () => {
      const item = Array.from({ length: 1 + Math.floor(next() * 8) }, () => Math.floor(next() ** 2 * 5));
      return [...item, 5];
    });
    const model = new KneserNey(items, 4, 6);
    for (const context of [[], [0], [1, 2], [4, 4, 4, 4], [0, 1, 0, 2, 3]]) {
      const sum = [0, 1, 2, 3, 4, 5].reduce(
        (total, token) => total + Math.exp(-model.nats([[...context, token]], context.length)),
        0,
      );
      expect(sum, context.join()).toBeCloseTo(1, 10);
    }
  });
});
