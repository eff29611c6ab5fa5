import { describe, expect, it } from "vitest";
import { bars, missed } from "./bars";
import { shippedModels } from "./files";

const result = (...values: number[]) => ({
  scores: values.map((value, place) => ({ name: `score ${place + 1}`, metric: "accuracy", value })),
  items: 10,
});

describe("the bars", () => {
  it("are there for every shipped model", () => {
    expect(shippedModels.filter((name) => !bars[name])).toEqual([]);
  });

  it("are reached at the bound itself, and told with both numbers where they are missed", () => {
    expect(missed("induction", result(0.99, 0.3), null, 100_000)).toEqual([]);
    expect(missed("induction", result(0.98, 0.4), null, 100_001)).toEqual([
      "score 1 is 0.98; at least 0.99 is needed.",
      "score 2 is 0.4; at most 0.3 is needed.",
      "It has 100001 parameters; at most 100000 may be.",
    ]);
  });

  it("hold a score to its share of the baseline", () => {
    expect(missed("dictionary", result(1.9), 2, 1)).toEqual([]);
    expect(missed("dictionary", result(1.91), 2, 1)).toEqual(["score 1 is 1.91; at most 1.9 is needed."]);
  });

  it("hold a score to more than its baseline", () => {
    expect(missed("fill-mask", result(0.46), 0.43, 1)).toEqual([]);
    expect(missed("fill-mask", result(0.45), 0.43, 1)).toEqual([
      expect.stringMatching(/^score 1 is 0\.45; at least 0\.4\d+ is needed\.$/),
    ]);
    expect(missed("fill-mask", result(0.45), null, 1).length).toBe(1);
  });

  it("are missed by what is no number, by a score that was not measured and without a baseline", () => {
    expect(missed("sort", result(Number.NaN), null, 1).length).toBe(1);
    expect(missed("translate", result(1), null, 1).length).toBe(1);
    expect(missed("dictionary", result(1), null, 1).length).toBe(1);
    expect(missed("unheard", result(1), null, 1).length).toBe(1);
  });
});
