import { expect, it } from "vitest";
import { shapeText, sizesOf } from "./shape";

it("writes a shape in letters and in numbers", () => {
  expect(shapeText(["B", "H", "T", "S"])).toBe("[B, H, T, S]");
  expect(shapeText([1, 4, 5, 5])).toBe("[1, 4, 5, 5]");
});

it("says what each letter stands for", () => {
  const steps = [
    { axes: ["B", "T", "C"], shape: [1, 5, 64] },
    { axes: ["B", "H", "T", "D"], shape: [1, 4, 5, 16] },
  ] as const;
  expect(sizesOf(steps)).toEqual({ B: 1, T: 5, C: 64, H: 4, D: 16 });
});
