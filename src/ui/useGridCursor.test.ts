import { describe, expect, it } from "vitest";
import { movedInGrid } from "./useGridCursor";

const from = (key: string, row: number, column: number, ctrlKey = false) =>
  movedInGrid({ key, ctrlKey }, { row, column }, 30, 4);

describe("the keyboard way through a grid of 30 rows and 4 columns", () => {
  it("moves by one cell and holds at the edges", () => {
    expect(from("ArrowRight", 2, 1)).toEqual({ row: 2, column: 2 });
    expect(from("ArrowRight", 2, 3)).toEqual({ row: 2, column: 3 });
    expect(from("ArrowDown", 2, 3)).toEqual({ row: 3, column: 3 });
    expect(from("ArrowUp", 0, 3)).toEqual({ row: 0, column: 3 });
  });
  it("leads to the ends of the row, and with Control to the corners", () => {
    expect(from("Home", 7, 2)).toEqual({ row: 7, column: 0 });
    expect(from("End", 7, 2)).toEqual({ row: 7, column: 3 });
    expect(from("Home", 7, 2, true)).toEqual({ row: 0, column: 0 });
    expect(from("End", 7, 2, true)).toEqual({ row: 29, column: 3 });
  });
  it("turns pages of ten rows", () => {
    expect(from("PageDown", 7, 2)).toEqual({ row: 17, column: 2 });
    expect(from("PageDown", 25, 2)).toEqual({ row: 29, column: 2 });
    expect(from("PageUp", 7, 2)).toEqual({ row: 0, column: 2 });
  });
  it("leaves other keys alone, and has nowhere to go in an empty grid", () => {
    expect(from("Tab", 7, 2)).toBeNull();
    expect(movedInGrid({ key: "ArrowUp", ctrlKey: false }, { row: 0, column: 0 }, 0, 4)).toBeNull();
  });
});
