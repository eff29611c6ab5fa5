import { describe, expect, it } from "vitest";
import { lastRow } from "./complete";

describe("what the last place attends to", () => {
  const at = { stack: "decoder", layer: 1, part: "selfAttention" } as const;
  const pattern = Float32Array.from([1, 0, 0.5, 0.5, 1, 0, 0.25, 0.75]);
  const attention = [{ ...at, heads: 2, queries: 2, keys: 2, pattern }];

  it("is the last row of the head's own pattern", () => {
    expect(lastRow({ attention }, { ...at, head: 0 })).toEqual([0.5, 0.5]);
    expect(lastRow({ attention }, { ...at, head: 1 })).toEqual([0.25, 0.75]);
  });

  it("is empty where the head's attention was not told", () => {
    expect(lastRow({ attention }, { ...at, layer: 0, head: 0 })).toEqual([]);
  });
});
