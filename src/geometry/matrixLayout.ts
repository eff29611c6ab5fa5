/**
 * Where the cells of a matrix stand, and which cell a point is in. Pure; lengths in CSS pixels. A matrix has a gutter
 * of row labels at its left and one of column labels at its top; both stay in sight while the cells scroll under them.
 */

export interface MatrixCell {
  readonly row: number;
  readonly column: number;
}

/** A block of cells. A side that is left out is all of it; `rows` and `columns` count from it and are 1 unless told. */
export interface Region {
  readonly row?: number;
  readonly column?: number;
  readonly rows?: number;
  readonly columns?: number;
  /** What it stands for, as it is coloured in formulas. */
  readonly tone?: "query" | "key" | "value" | "plain";
}

export interface MatrixLayout {
  readonly rows: number;
  readonly columns: number;
  /** A cell with its gap; below 1 where all of a large matrix is shown. */
  readonly cellWidth: number;
  readonly cellHeight: number;
  /** Between cells. */
  readonly gap: number;
  /** Widths of the gutters. */
  readonly left: number;
  readonly top: number;
  /** Whether there is room for the text of a cell. */
  readonly text: boolean;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** How dense a matrix is: text in its cells where it fits; never; always; all of it in the given room. */
export type Density = "auto" | "compact" | "reading" | "all";

export interface MatrixRoom {
  readonly rows: number;
  readonly columns: number;
  /** Of the whole figure. */
  readonly width: number;
  readonly left: number;
  readonly top: number;
  readonly density: Density;
  /** Smallest cell that holds its text. */
  readonly reading: { readonly width: number; readonly height: number };
}

/** Sides of a cell without text. */
const compact = { smallest: 13, largest: 22 };
/** A matrix shown as a whole is at most this high. */
const tallest = 640;

export function matrixLayout(room: MatrixRoom): MatrixLayout {
  const { rows, columns, left, top, reading } = room;
  const across = Math.max(1, room.width - left) / Math.max(1, columns);
  const place = (cellWidth: number, cellHeight: number, text: boolean): MatrixLayout => {
    const gap = Math.min(cellWidth, cellHeight) >= 8 ? 1 : 0;
    return { rows, columns, left, top, cellWidth, cellHeight, gap, text };
  };
  const readable = reading.width <= across;
  if (room.density === "reading" || (room.density === "auto" && readable)) {
    return place(Math.floor(clamp(across, reading.width, reading.width * 1.3)), reading.height, true);
  }
  if (room.density === "all") {
    const cellWidth = Math.min(across, compact.largest);
    return place(cellWidth, Math.min(clamp(cellWidth, 6, compact.largest), tallest / Math.max(1, rows)), false);
  }
  const side = Math.floor(clamp(across, compact.smallest, compact.largest));
  return place(side, side, false);
}

/** The width at which a matrix has all the room that it uses. */
export function naturalWidth({ columns, left, reading, density }: Omit<MatrixRoom, "rows" | "width" | "top">): number {
  const numbers = density === "reading" || (density === "auto" && columns <= 16);
  return left + columns * (numbers ? reading.width : 16);
}

/** All cells and gutters. */
export function fullSize(layout: MatrixLayout): { readonly width: number; readonly height: number } {
  return {
    width: Math.ceil(layout.left + layout.columns * layout.cellWidth),
    height: Math.ceil(layout.top + layout.rows * layout.cellHeight),
  };
}

/** The cell under a point, counted from the figure's top left corner; null on the gutters and outside. */
export function cellAt(point: Point, layout: MatrixLayout, scroll: Point = { x: 0, y: 0 }): MatrixCell | null {
  if (point.x < layout.left || point.y < layout.top) return null;
  const column = Math.floor((point.x + scroll.x - layout.left) / layout.cellWidth);
  const row = Math.floor((point.y + scroll.y - layout.top) / layout.cellHeight);
  return row < layout.rows && column < layout.columns ? { row, column } : null;
}

/** Where a region stands, from the figure's top left corner before scrolling, without the last gap. */
export function boxOf(region: Region, layout: MatrixLayout): Box {
  const [row, rows] = side(region.row, region.rows, layout.rows);
  const [column, columns] = side(region.column, region.columns, layout.columns);
  return {
    x: layout.left + column * layout.cellWidth,
    y: layout.top + row * layout.cellHeight,
    width: columns * layout.cellWidth - layout.gap,
    height: rows * layout.cellHeight - layout.gap,
  };
}

function side(from: number | undefined, count: number | undefined, all: number): readonly [number, number] {
  return from === undefined ? [0, all] : [from, count ?? 1];
}

/** Half-open ranges of what a window of that size shows. */
export function visibleCells(layout: MatrixLayout, scroll: Point, window: { width: number; height: number }) {
  const range = (from: number, length: number, cell: number, count: number) => {
    const first = clamp(Math.floor(from / cell), 0, count);
    return [first, clamp(Math.ceil((from + Math.max(0, length)) / cell), first, count)] as const;
  };
  return {
    rows: range(scroll.y, window.height - layout.top, layout.cellHeight, layout.rows),
    columns: range(scroll.x, window.width - layout.left, layout.cellWidth, layout.columns),
  };
}

interface Extent {
  readonly width: number;
  readonly height: number;
}

/** What is seen of content in a box that is no larger than `most` and scrolls; `bar` is the thickness of its scroll bars. */
export function windowSize(content: Extent, most: Extent, bar: number): Extent {
  let [across, down] = [false, false];
  // A bar takes room, which may make the other one needed.
  for (let round = 0; round < 2; round++) {
    across = content.width > most.width - (down ? bar : 0);
    down = content.height > most.height - (across ? bar : 0);
  }
  return {
    width: Math.max(0, Math.min(content.width, most.width - (down ? bar : 0))),
    height: Math.max(0, Math.min(content.height, most.height - (across ? bar : 0))),
  };
}

/** The least scrolling after which a region is wholly in sight; of one that is larger than the window, what fits. */
export function scrolledTo(
  region: Region,
  layout: MatrixLayout,
  scroll: Point,
  window: { readonly width: number; readonly height: number },
): Point {
  const along = ([first, count]: readonly [number, number], size: number, from: number, length: number) => {
    const [start, end] = [first * size, (first + count) * size];
    return Math.max(0, clamp(from, Math.min(start, end - length), Math.max(start, end - length)));
  };
  const across = side(region.column, region.columns, layout.columns);
  const down = side(region.row, region.rows, layout.rows);
  return {
    x: along(across, layout.cellWidth, scroll.x, window.width - layout.left),
    y: along(down, layout.cellHeight, scroll.y, window.height - layout.top),
  };
}

/** How labels fit beside cells: `turned` by a quarter, and only every n-th written. */
export interface LabelPlan {
  readonly turned: boolean;
  readonly every: number;
}

/** Labels over columns: `widest` is the width of the longest; numbers are left out before they are turned. */
export function columnLabelPlan(widest: number, cellWidth: number, lineHeight: number, numbered: boolean): LabelPlan {
  if (widest + 4 <= cellWidth) return { turned: false, every: 1 };
  if (numbered) return { turned: false, every: roundUp((widest + 6) / cellWidth) };
  return { turned: true, every: roundUp(lineHeight / cellWidth) };
}

/** Every n-th row has room for its label. */
export function rowLabelEvery(cellHeight: number, lineHeight: number): number {
  return roundUp(lineHeight / cellHeight);
}

/** The next of 1, 2, 5, 10, 20, 50, … */
function roundUp(value: number): number {
  for (let power = 1; ; power *= 10) {
    for (const digit of [1, 2, 5]) if (digit * power >= value) return digit * power;
  }
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
