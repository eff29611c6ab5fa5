import { describe, expect, it } from "vitest";
import { accuracy, difference, inductionHead } from "./measured";

describe("measured accuracies", () => {
  it("have a standard error", () => {
    expect(accuracy(50, 100)).toEqual({ share: 0.5, error: 0.05 });
  });

  it("differ only where chance does not explain it", () => {
    expect(difference(50, 58, 100)).toBe("same");
    expect(difference(50, 80, 100)).toBe("more");
    expect(difference(50, 20, 100)).toBe("less");
  });

  it("find the induction head in the last block, by what is lost without it", () => {
    const head = (layer: number, number: number, rightWithout: number) =>
      ({ layer, head: number, rightWithout, answer: 0, after: 0 }) as const;
    expect(inductionHead([head(0, 0, 1), head(1, 0, 90), head(1, 1, 20)])).toMatchObject({ layer: 1, head: 1 });
    expect(inductionHead([])).toBeUndefined();
  });
});
