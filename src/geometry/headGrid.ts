/** Where the thumbnails of all heads stand: layers down, heads across. Pure; lengths in CSS pixels. */
import type { MatrixLayout } from "./matrixLayout";

const side = { smallest: 22, largest: 76 };

/** Cells that fill `width`, a grid like that of a matrix with wider gaps; `left` is for the names of the layers. */
export function headGridLayout(layers: number, heads: number, width: number, left: number): MatrixLayout {
  const across = Math.floor((width - left) / Math.max(1, heads));
  const cell = Math.min(side.largest, Math.max(side.smallest, across));
  const gap = cell >= 40 ? 6 : 3;
  return { rows: layers, columns: heads, cellWidth: cell, cellHeight: cell, gap, left, top: 20, text: false };
}
