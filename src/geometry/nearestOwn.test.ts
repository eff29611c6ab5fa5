import { expect, it } from "vitest";
import { nearestOwn } from "./nearestOwn";

it("counts the vectors that are nearer to the mean of their own kind", () => {
  // Means: 1 of the first kind, 10 of the second; 9 is nearer to the other one.
  const vectors = Float32Array.of(-3, -3, 9, 9, 11);
  expect(nearestOwn(vectors, 1, [0, 0, 0, 1, 1])).toBe(4);
});
