import { describe, expect, it } from "vitest";
import { lineAt, lineEnd, linesLayout, lineWidth } from "./attentionLines";

const layout = linesLayout(2, 3, 100);
const weights = Float32Array.of(0.9, 0.1, 0, 0.5, 0.005, 0.495);
const all = () => true;

describe("lines between tokens", () => {
  it("stand in the middle of their rows, and in denser rows where there are many", () => {
    expect([0, 2].map((index) => lineEnd(index, layout))).toEqual([15, 75]);
    expect(layout.height).toBe(90);
    expect(linesLayout(64, 64, 100).height).toBe(64 * 24);
  });
  it("are as wide as their weight", () => {
    expect([0, 0.5, 1].map(lineWidth)).toEqual([0.5, 3.25, 6]);
  });
  it("are found near a point, the heaviest first", () => {
    expect(lineAt({ x: 50, y: 16 }, layout, weights, all)).toEqual({ query: 0, key: 0 });
    expect(lineAt({ x: 50, y: 60 }, layout, weights, all)).toEqual({ query: 1, key: 2 });
    // Both lines to the first key end here; the heavier wins.
    expect(lineAt({ x: 100, y: 15 }, layout, weights, all)).toEqual({ query: 0, key: 0 });
    expect(lineAt({ x: 100, y: 15 }, layout, weights, ({ query }) => query === 1)).toEqual({ query: 1, key: 0 });
  });
  it("are not found where nothing is drawn", () => {
    expect(lineAt({ x: 50, y: 88 }, layout, weights, all)).toBeNull();
    expect(lineAt({ x: 50, y: 45 }, layout, weights, all)).toBeNull(); // a weight of 0.005
    expect(lineAt({ x: -1, y: 15 }, layout, weights, all)).toBeNull();
  });
});
