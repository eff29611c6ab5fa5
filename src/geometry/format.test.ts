import { describe, expect, it } from "vitest";
import { full, parameterCount, percent, short, significant, size, weight } from "./format";

describe("number formats", () => {
  it("rounds weights to two decimals", () => expect(weight(0.7716)).toBe("0.77"));
  it("fits any number into a cell, and writes no negative zero", () => {
    expect([-0.421, -0.001, 9.996, -31.63, 1204.4, -1e9].map(short)).toEqual([
      "-0.42",
      "0.00",
      "10.0",
      "-31.6",
      "1204",
      "-1e+9",
    ]);
  });
  it("keeps three digits that count, however small", () => {
    expect([0.42135, -31.63, 1204.4, 0.000421, 0].map(significant)).toEqual(["0.421", "-31.6", "1204", "4.21e-4", "0"]);
  });
  it("keeps six decimals in full, and tells the smallest apart from nothing", () => {
    expect([full(0.7716049), full(0), full(1.23e-7)]).toEqual(["0.771605", "0", "1.230e-7"]);
  });
  it("says that a small share is small, not nothing", () => {
    expect([percent(0.9724), percent(0.0001), percent(0)]).toEqual(["97.2 %", "< 0.1 %", "0.0 %"]);
  });
  it("tells small numbers of bytes apart from nothing", () => {
    expect([size(41_000), size(99_499), size(99_500), size(1_500_000)]).toEqual(["41 kB", "99 kB", "0.1 MB", "1.5 MB"]);
  });
  it("counts parameters in millions, in Chinese in ten thousands", () => {
    expect(parameterCount(273_632, "en")).toBe("0.27 M");
    const counts = [9856, 273_632, 1_600_000, 124_439_808];
    expect(counts.map((count) => parameterCount(count, "zh-Hans"))).toEqual(["9856 ", "27 万", "160 万", "1.2 亿"]);
  });
});
