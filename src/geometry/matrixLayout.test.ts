import { describe, expect, it } from "vitest";
import {
  boxOf,
  cellAt,
  columnLabelPlan,
  fullSize,
  type MatrixRoom,
  matrixLayout,
  naturalWidth,
  rowLabelEvery,
  scrolledTo,
  visibleCells,
  windowSize,
} from "./matrixLayout";

const reading = { width: 46, height: 30 };
const room: MatrixRoom = { rows: 5, columns: 6, width: 400, left: 60, top: 20, density: "auto", reading };

describe("scrolling to a region", () => {
  const layout = matrixLayout({ ...room, rows: 40, columns: 40, density: "reading" });
  const window = { width: 60 + 460, height: 20 + 300 };
  it("moves no further than it must, and not at all along a side that is longer than the window", () => {
    const scroll = { x: 92, y: 0 };
    expect(scrolledTo({ row: 20 }, layout, scroll, window)).toEqual({ x: 92, y: 21 * 30 - 300 });
    expect(scrolledTo({ row: 2, rows: 3, column: 3 }, layout, scroll, window)).toEqual(scroll);
    expect(scrolledTo({ row: 2, column: 30, columns: 2 }, layout, scroll, window)).toEqual({ x: 32 * 46 - 460, y: 0 });
  });
});

describe("the layout of a matrix", () => {
  it("writes numbers where they fit, and leaves them out where they do not", () => {
    expect(matrixLayout(room)).toMatchObject({ text: true, cellWidth: 56, cellHeight: 30, gap: 1 });
    expect(matrixLayout({ ...room, columns: 30 })).toMatchObject({ text: false, cellWidth: 13, cellHeight: 13 });
    expect(matrixLayout({ ...room, columns: 30, density: "reading" })).toMatchObject({ text: true, cellWidth: 46 });
    expect(matrixLayout({ ...room, density: "compact" })).toMatchObject({ text: false, cellWidth: 22 });
  });

  it("shrinks the cells until all of 64 by 3072 is in the room", () => {
    const layout = matrixLayout({ ...room, rows: 64, columns: 3072, density: "all" });
    expect(fullSize(layout).width).toBeLessThanOrEqual(400);
    expect(fullSize(layout).height).toBeLessThanOrEqual(20 + 64 * 6);
    expect(layout.gap).toBe(0);
  });

  it("asks for no more width than its cells use", () => {
    expect(naturalWidth(room)).toBe(60 + 6 * 46);
    expect(naturalWidth({ ...room, columns: 64 })).toBe(60 + 64 * 16);
  });

  it("finds the cell under a point, none on the gutters and none outside", () => {
    const layout = matrixLayout(room);
    expect(cellAt({ x: 60, y: 20 }, layout)).toEqual({ row: 0, column: 0 });
    expect(cellAt({ x: 60 + 56 * 3 + 1, y: 20 + 59 }, layout)).toEqual({ row: 1, column: 3 });
    expect(cellAt({ x: 59, y: 40 }, layout)).toBeNull();
    expect(cellAt({ x: 100, y: 19 }, layout)).toBeNull();
    expect(cellAt({ x: 60 + 56 * 6, y: 40 }, layout)).toBeNull();
    expect(cellAt({ x: 60, y: 20 + 150 }, layout)).toBeNull();
    expect(cellAt({ x: 60, y: 20 }, layout, { x: 57, y: 31 })).toEqual({ row: 1, column: 1 });
  });

  it("gives every cell's own middle back to it", () => {
    const layout = matrixLayout({ ...room, columns: 200, density: "all" });
    for (const cell of [
      { row: 0, column: 0 },
      { row: 4, column: 199 },
      { row: 2, column: 77 },
    ]) {
      const box = boxOf(cell, layout);
      expect(cellAt({ x: box.x + box.width / 2, y: box.y + box.height / 2 }, layout)).toEqual(cell);
    }
  });

  it("frames rows, columns and blocks", () => {
    const layout = matrixLayout(room);
    expect(boxOf({ row: 2 }, layout)).toEqual({ x: 60, y: 80, width: 56 * 6 - 1, height: 29 });
    expect(boxOf({ column: 1 }, layout)).toEqual({ x: 116, y: 20, width: 55, height: 149 });
    expect(boxOf({ row: 1, rows: 2, column: 0, columns: 3 }, layout)).toEqual({ x: 60, y: 50, width: 167, height: 59 });
  });

  it("draws only what a window shows", () => {
    const layout = matrixLayout({ ...room, rows: 64, columns: 768 });
    expect(visibleCells(layout, { x: 130, y: 0 }, { width: 190, height: 85 })).toEqual({
      rows: [0, 5],
      columns: [10, 20],
    });
  });

  it("scrolls as little as brings a cell into sight", () => {
    const layout = matrixLayout({ ...room, rows: 64, columns: 768 });
    const window = { width: 190, height: 85 };
    expect(scrolledTo({ row: 0, column: 3 }, layout, { x: 0, y: 0 }, window)).toEqual({ x: 0, y: 0 });
    expect(scrolledTo({ row: 0, column: 10 }, layout, { x: 0, y: 0 }, window)).toEqual({ x: 13, y: 0 });
    expect(scrolledTo({ row: 7, column: 2 }, layout, { x: 130, y: 200 }, window)).toEqual({ x: 26, y: 91 });
  });

  it("turns words and thins out numbers where columns are narrow", () => {
    expect(columnLabelPlan(30, 46, 13, false)).toEqual({ turned: false, every: 1 });
    expect(columnLabelPlan(60, 22, 13, false)).toEqual({ turned: true, every: 1 });
    expect(columnLabelPlan(60, 6, 13, false)).toEqual({ turned: true, every: 5 });
    expect(columnLabelPlan(20, 13, 13, true)).toEqual({ turned: false, every: 2 });
    expect(columnLabelPlan(24, 0.4, 13, true)).toEqual({ turned: false, every: 100 });
    expect(rowLabelEvery(6, 13)).toBe(5);
  });
});

describe("what is seen in a box that scrolls", () => {
  const most = { width: 100, height: 50 };

  it("is the content where it fits, and no more than the box where it does not", () => {
    expect(windowSize({ width: 80, height: 40 }, most, 15)).toEqual({ width: 80, height: 40 });
    expect(windowSize({ width: 300, height: 300 }, most, 0)).toEqual(most);
  });

  it("leaves room for the bars, one of which may call for the other", () => {
    expect(windowSize({ width: 300, height: 30 }, most, 15)).toEqual({ width: 100, height: 30 });
    expect(windowSize({ width: 300, height: 40 }, most, 15)).toEqual({ width: 85, height: 35 });
    expect(windowSize({ width: 90, height: 300 }, most, 15)).toEqual({ width: 85, height: 35 });
    expect(windowSize({ width: 80, height: 300 }, most, 15)).toEqual({ width: 80, height: 50 });
    expect(windowSize({ width: 300, height: 300 }, { width: 0, height: 50 }, 15)).toEqual({ width: 0, height: 35 });
  });
});
