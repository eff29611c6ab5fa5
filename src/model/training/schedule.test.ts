import { expect, it } from "vitest";
import { rateAt } from "./schedule";

const base = { rate: 0.4, warmUp: 4, steps: 20 } as const;

it("rises in a straight line while it warms up", () => {
  expect([0, 1, 2, 3].map((step) => rateAt({ ...base, kind: "constant" }, step))).toEqual([
    0.1, 0.2, 0.30000000000000004, 0.4,
  ]);
});

it("stays, or comes down as a cosine or by the inverse square root", () => {
  expect(rateAt({ ...base, kind: "constant" }, 19)).toBe(0.4);
  expect(rateAt({ ...base, kind: "cosine" }, 4)).toBe(0.4);
  expect(rateAt({ ...base, kind: "cosine" }, 12)).toBeCloseTo(0.2);
  expect(rateAt({ ...base, kind: "cosine" }, 20)).toBeCloseTo(0);
  expect(rateAt({ ...base, kind: "inverseSquareRoot" }, 15)).toBeCloseTo(0.2);
});
