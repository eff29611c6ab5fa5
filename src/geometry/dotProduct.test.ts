import { describe, expect, it } from "vitest";
import { dotProduct } from "./dotProduct";

describe("a query against two keys", () => {
  const { products, running, scores } = dotProduct(Float32Array.of(1, -2, 0.5), Float32Array.of(2, 1, 4, 0, -3, 2));
  it("is multiplied dimension by dimension", () => expect([...products]).toEqual([2, -2, 2, 0, 6, 1]));
  it("adds the products up from left to right", () => expect([...running]).toEqual([2, 0, 2, 0, 6, 7]));
  it("ends with the scores", () => expect(scores).toEqual([2, 7]));
});
