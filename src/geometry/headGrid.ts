/** Where the thumbnails of all heads stand: layers down, heads across. Pure; lengths in CSS pixels. */
import { type Box, boxOf, type MatrixCell, type MatrixLayout } from "./matrixLayout";

export interface HeadPlace {
  /** Which of the rows. */
  readonly row: number;
  readonly head: number;
}

export interface HeadGridLayout extends MatrixLayout {
  /** Under each thumbnail; 0 where heads are not switched. */
  readonly switchHeight: number;
}

const side = { smallest: 22, largest: 76 };
/** A finger's width (https://www.w3.org/TR/WCAG22/#target-size-minimum). */
const finger = 24;

interface HeadGridRoom {
  readonly layers: number;
  readonly heads: number;
  /** Of the whole figure. */
  readonly width: number;
  /** For the names of the layers. */
  readonly left: number;
  readonly switched: boolean;
}

/** Cells that fill the width, a grid like that of a matrix with wider gaps. */
export function headGridLayout({ layers, heads, width, left, switched }: HeadGridRoom): HeadGridLayout {
  const across = Math.floor((width - left) / Math.max(1, heads));
  const smallest = switched ? finger : side.smallest;
  const cell = Math.min(side.largest, Math.max(smallest, across));
  const gap = cell >= 40 ? 6 : 3;
  const switchHeight = switched ? finger : 0;
  const cellHeight = cell + switchHeight;
  return { rows: layers, columns: heads, cellWidth: cell, cellHeight, gap, left, top: 20, text: false, switchHeight };
}

/** Where a head's thumbnail stands. */
export function headBox(cell: MatrixCell, layout: HeadGridLayout): Box {
  const box = boxOf(cell, layout);
  return { ...box, height: box.height - layout.switchHeight };
}

/** The width in which the thumbnails are as large as they become. */
export function widestHeadGrid(heads: number, left: number): number {
  return left + heads * side.largest;
}
