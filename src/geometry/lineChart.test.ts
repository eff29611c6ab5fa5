import { describe, expect, it } from "vitest";
import { filledColumn, lineChart, nearestPoint } from "./lineChart";

const data = Float32Array.of(0, 5, 10, 2, 2, 2);
const room = { rows: 2, columns: 3, width: 230, height: 120, margin: { left: 20, right: 10, top: 10, bottom: 10 } };
const chart = lineChart({ ...room, data });

describe("a chart of lines", () => {
  it("spreads its columns over the width and its values, zero included, over the height", () => {
    expect([0, 1, 2].map(chart.x)).toEqual([20, 120, 220]);
    expect([0, 10].map(chart.y)).toEqual([110, 10]);
    expect(chart.ticks).toEqual([0, 2, 4, 6, 8, 10]);
    expect(chart.paths[0]).toBe("M20,110L120,60L220,10");
  });
  it("finds the nearest point of the column under the pointer, and none far away", () => {
    expect(nearestPoint({ x: 125, y: 64 }, chart, data)).toEqual({ row: 0, column: 1 });
    expect(nearestPoint({ x: 100, y: 88 }, chart, data)).toEqual({ row: 1, column: 1 });
    expect(nearestPoint({ x: 220, y: 50 }, chart, data)).toBeNull();
    expect(nearestPoint({ x: 300, y: 10 }, chart, data)).toBeNull();
  });
  it("puts columns where they belong along the axis, and finds the nearest of them", () => {
    const uneven = lineChart({ ...room, data, places: [0, 10, 50] });
    expect([0, 1, 2].map(uneven.x)).toEqual([20, 60, 220]);
    expect(uneven.at(25)).toBe(120);
    expect(nearestPoint({ x: 75, y: 60 }, uneven, data)).toEqual({ row: 0, column: 1 });
    expect(nearestPoint({ x: 200, y: 12 }, uneven, data)).toEqual({ row: 0, column: 2 });
  });
  it("marks round places, and powers of ten along a logarithmic axis", () => {
    expect(lineChart({ ...room, data, places: [1, 90, 198] }).marks).toEqual([50, 100, 150]);
    expect(lineChart({ ...room, width: 700, data, places: [0, 90, 198] }).marks).toEqual([
      0, 20, 40, 60, 80, 100, 120, 140, 160, 180,
    ]);
    expect(lineChart({ ...room, data, places: [0, 1, 2] }).marks).toEqual([0, 1, 2]);
    const far = lineChart({ ...room, data, places: [1, 10, 3000], logarithmic: true });
    expect(far.marks).toEqual([1, 10, 100, 1000]);
    expect(far.x(1)).toBeCloseTo(20 + 200 / Math.log10(3000), 9);
    expect(lineChart({ ...room, data }).marks).toEqual([]);
  });
  it("draws a line through the points that it has, and finds the nearest of them", () => {
    const gaps = Float32Array.of(0, Number.NaN, 10, Number.NaN, 2, Number.NaN);
    const chart = lineChart({ ...room, data: gaps });
    expect(chart.paths).toEqual(["M20,110L220,10", "M120,90Z"]);
    expect(nearestPoint({ x: 125, y: 100 }, chart, gaps)).toEqual({ row: 1, column: 1 });
    expect(nearestPoint({ x: 215, y: 12 }, chart, gaps)).toEqual({ row: 0, column: 2 });
    expect(filledColumn(0, 1, 3, gaps)).toBe(0);
  });
  it("has one place for one column, and a scale where all is zero", () => {
    const flat = lineChart({ ...room, columns: 1, rows: 1, data: new Float32Array(1) });
    expect(flat.y(0)).toBe(110);
    expect(nearestPoint({ x: flat.x(0), y: 110 }, flat, new Float32Array(1))).toEqual({ row: 0, column: 0 });
  });
});
