import { expect, it } from "vitest";
import { median, quantile } from "./statistics";

it("takes the middle, and the value that 95 in 100 do not exceed", () => {
  const samples = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect(median(samples)).toBe(50);
  expect(quantile(samples, 0.95)).toBe(95);
  expect(median([3])).toBe(3);
  expect(() => median([])).toThrow("Nothing was measured");
});
