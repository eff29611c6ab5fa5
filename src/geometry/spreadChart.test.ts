import { describe, expect, it } from "vitest";
import { spreadChart } from "./spreadChart";

const room = { width: 120, height: 110, margin: { left: 10, right: 10, top: 5, bottom: 5 } };

describe("a chart of shares with their spread", () => {
  it("puts ten times as much as far away everywhere on a logarithmic axis", () => {
    const { x } = spreadChart({ ...room, places: [10, 100, 1000], logarithmic: true });
    expect([10, 100, 1000].map((at) => Math.round(x(at)))).toEqual([10, 60, 110]);
  });

  it("has nothing at the bottom and all at the top, and 0 along a linear axis", () => {
    const { x, y } = spreadChart({ ...room, places: [0, 4], logarithmic: false });
    expect([y(0), y(1), x(0), x(2)]).toEqual([105, 5, 10, 60]);
  });

  it("draws a line through the means and a band from low to high", () => {
    const { lineOf, bandOf } = spreadChart({ ...room, places: [0, 1], logarithmic: false });
    const points = [
      { at: 0, mean: 0.5, low: 0.4, high: 0.6 },
      { at: 1, mean: 0.7, low: 0.7, high: 0.7 },
    ];
    expect(lineOf(points)).toBe("M10,55L110,35");
    expect(bandOf(points)).toBe("M10,45L110,35L110,35L10,65Z");
  });
});
