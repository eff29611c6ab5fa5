/** The two-dimensional piece of a value that a matrix shows, and regions of the value in it. Pure. */
import type { ValueWindow } from "../../engine/protocol";
import type { Region as Cells } from "../../model/operations/regions";

/** Rows and columns of a value: the last two dimensions, at one index of those before. */
export interface Slice {
  /** Of the dimensions before the last two. */
  readonly index: readonly number[];
  readonly rows: number;
  readonly columns: number;
}

/** Which slice of a value of that shape: batch 0, and the chosen head where there are heads. */
export function sliceOf(shape: readonly number[], axes: readonly string[], head: number): Slice {
  const [rows = 1, columns = 1] = shape.length > 1 ? shape.slice(-2) : [1, ...shape];
  const index = shape.slice(0, -2).map((size, dimension) => (axes[dimension] === "H" ? Math.min(head, size - 1) : 0));
  return { index, rows, columns };
}

/** More cells than this are read in pieces: a piece of a large matrix around what is looked at. */
const mostCells = 400_000;
const piece = { rows: 256, columns: 256 };

export const isLarge = ({ rows, columns }: Slice) => rows * columns > mostCells;

/** What is read of a slice: all of it, or of a large one the piece with the cell that is looked at. */
export function windowOf(slice: Slice, looked: readonly number[] | null): ValueWindow {
  const { index, rows, columns } = slice;
  if (!isLarge(slice)) return { index, rows: [0, rows], columns: [0, columns] };
  const at = looked && cellOf(looked, slice);
  // Whole pieces, so that a step to the next cell reads nothing anew.
  const top = Math.floor((at?.row ?? 0) / piece.rows) * piece.rows;
  const left = Math.floor((at?.column ?? 0) / piece.columns) * piece.columns;
  return {
    index,
    rows: [top, Math.min(rows, top + piece.rows)],
    columns: [left, Math.min(columns, left + piece.columns)],
  };
}

/** The index in the whole value of a cell of its slice. */
export function indexOf(shape: readonly number[], { index }: Slice, row: number, column: number): readonly number[] {
  return shape.length > 1 ? [...index, row, column] : [column];
}

/** Row and column of an index, or null where it is in another slice. */
export function cellOf(
  index: readonly number[],
  slice: Slice,
): { readonly row: number; readonly column: number } | null {
  if (index.length === 1) return { row: 0, column: index[0] ?? 0 };
  if (index.length !== slice.index.length + 2) return null;
  if (slice.index.some((place, dimension) => index[dimension] !== place)) return null;
  return { row: index.at(-2) ?? 0, column: index.at(-1) ?? 0 };
}

/** A block of cells in a slice; null where the cells are in another. */
export function blockOf({ from, to }: Pick<Cells, "from" | "to">, slice: Slice) {
  const outside = slice.index.some((place, dimension) => {
    return place < (from[dimension] ?? 0) || place >= (to[dimension] ?? 0);
  });
  if (outside) return null;
  const [top, left] = from.length > 1 ? from.slice(-2) : [0, from[0]];
  const [bottom, right] = to.length > 1 ? to.slice(-2) : [1, to[0]];
  if (top === undefined || left === undefined || bottom === undefined || right === undefined) return null;
  return { row: top, column: left, rows: bottom - top, columns: right - left };
}
