import { describe, expect, it } from "vitest";
import { hash, type Side, sideOf } from "./split";

describe("the split", () => {
  it.each([
    ["", 2_872_998_923],
    ["a", 444_641_715],
    ["an animal that barks", 2_633_411_702],
    ["春眠不觉晓", 3_491_234_192],
  ])("gives %j the same number for ever", (text, number) => {
    expect(hash(text)).toBe(number);
  });

  it("puts 96, 1 and 3 in a hundred on the three sides", () => {
    const counts: Record<Side, number> = { train: 0, valid: 0, test: 0 };
    for (let item = 0; item < 20_000; item++) counts[sideOf(`item ${item}`)] += 1;
    expect(counts.train / 200).toBeCloseTo(96, 0);
    expect(counts.valid / 200).toBeCloseTo(1, 0);
    expect(counts.test / 200).toBeCloseTo(3, 0);
  });
});
