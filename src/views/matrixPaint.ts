/** How a matrix is drawn: its cells and labels on one canvas, and on another over it, while there is any, what is marked. */

import { short } from "../geometry/format";
import {
  boxOf,
  type LabelPlan,
  type MatrixCell,
  type MatrixLayout,
  type Point,
  type Region,
  visibleCells,
} from "../geometry/matrixLayout";
import { type Scale, type Shades, shadeOf } from "../geometry/shades";
import type { Pen } from "../ui/pen";
import type { Palette } from "../ui/usePaint";
import type { Size } from "../ui/useSize";
import { clip, fitted, frame, hatch } from "./paint";

export interface Window {
  readonly layout: MatrixLayout;
  readonly scroll: Point;
  readonly size: Size;
}

export interface Cells extends Window {
  /** [rows, columns], row-major. */
  readonly data: Float32Array;
  readonly scale: Scale;
  readonly extent: number;
  readonly shades: Shades;
  readonly masked: ((cell: MatrixCell) => boolean) | undefined;
  readonly text: ((cell: MatrixCell) => string) | undefined;
  /** Font of the texts in cells. */
  readonly font: string;
}

export function paintCells(context: Pen, palette: Palette, cells: Cells): void {
  const { data, layout, scroll, size, shades, scale, extent, masked } = cells;
  const seen = visibleCells(layout, scroll, size);
  clip(context, { x: layout.left, y: layout.top, width: size.width, height: size.height });
  if (Math.min(layout.cellWidth, layout.cellHeight) < 2) {
    paintImage(context, cells, seen);
    return;
  }
  context.font = cells.font;
  context.textAlign = "center";
  context.textBaseline = "middle";
  for (let row = seen.rows[0]; row < seen.rows[1]; row++) {
    const y = Math.round(layout.top + row * layout.cellHeight - scroll.y);
    const height = Math.round(layout.top + (row + 1) * layout.cellHeight - scroll.y) - y - layout.gap;
    for (let column = seen.columns[0]; column < seen.columns[1]; column++) {
      const x = Math.round(layout.left + column * layout.cellWidth - scroll.x);
      const width = Math.round(layout.left + (column + 1) * layout.cellWidth - scroll.x) - x - layout.gap;
      if (masked?.({ row, column })) {
        hatch(context, { x, y, width, height }, palette);
        continue;
      }
      const value = data[row * layout.columns + column] ?? 0;
      const shade = shadeOf(value, scale, extent);
      context.fillStyle = shades.colours[shade] ?? "";
      context.fillRect(x, y, width, height);
      if (!layout.text) continue;
      const text = cells.text ? cells.text({ row, column }) : short(value);
      context.fillStyle = shades.inks[shade] ?? "";
      context.fillText(fitted(context, text, width - 4, cells.font), x + width / 2, y + height / 2 + 0.5);
    }
  }
}

/** Cells smaller than two pixels: one pixel each on an image, which is scaled down smoothly. */
function paintImage(
  context: Pen,
  { data, layout, scroll, shades, scale, extent, masked }: Cells,
  { rows, columns }: ReturnType<typeof visibleCells>,
): void {
  const [across, down] = [columns[1] - columns[0], rows[1] - rows[0]];
  if (across < 1 || down < 1) return;
  const image = new ImageData(across, down);
  const pixels = new Uint32Array(image.data.buffer);
  for (let row = 0; row < down; row++) {
    for (let column = 0; column < across; column++) {
      const cell = { row: rows[0] + row, column: columns[0] + column };
      if (masked?.(cell)) continue;
      const value = data[cell.row * layout.columns + cell.column] ?? 0;
      pixels[row * across + column] = shades.pixels[shadeOf(value, scale, extent)] ?? 0;
    }
  }
  const sheet = document.createElement("canvas");
  sheet.width = across;
  sheet.height = down;
  sheet.getContext("2d")?.putImageData(image, 0, 0);
  context.imageSmoothingQuality = "high";
  context.drawImage(
    sheet,
    layout.left + columns[0] * layout.cellWidth - scroll.x,
    layout.top + rows[0] * layout.cellHeight - scroll.y,
    across * layout.cellWidth,
    down * layout.cellHeight,
  );
}

export interface Labels {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly plan: LabelPlan;
  /** Every n-th row is labelled. */
  readonly rowEvery: number;
}

export interface Labelled extends Window {
  readonly labels: Labels;
}

/** As far as there is room for them. */
export function paintLabels(context: Pen, palette: Palette, labelled: Labelled): void {
  const { layout, scroll, size, labels } = labelled;
  const { rows, columns } = visibleCells(layout, scroll, size);
  for (let row = rows[0]; row < rows[1]; row++) {
    if (row % labels.rowEvery === 0) writeRowLabel(context, palette, labelled, row, false);
  }
  for (let column = columns[0]; column < columns[1]; column++) {
    if (column % labels.plan.every === 0) writeColumnLabel(context, palette, labelled, column, false);
  }
}

export interface Marks extends Labelled {
  readonly regions: readonly Region[];
  /** What is read now: under the pointer or the focus. */
  readonly read: MatrixCell | null;
  readonly pinned: MatrixCell | null;
}

/** Frames, and the names of the row and the column that are read, over the others. */
export function paintMarks(context: Pen, palette: Palette, marks: Marks): void {
  const { layout, scroll, size, regions, read, pinned } = marks;
  const at = read ?? pinned;
  if (at) {
    writeRowLabel(context, palette, marks, at.row, true);
    writeColumnLabel(context, palette, marks, at.column, true);
  }
  context.save();
  // The outermost frames stand a little outside of the cells.
  clip(context, { x: layout.left - 3, y: layout.top - 3, width: size.width, height: size.height });
  const framed = (region: Region, colour: string) => {
    const box = boxOf(region, layout);
    frame(context, { ...box, x: box.x - scroll.x, y: box.y - scroll.y }, colour, palette);
  };
  for (const region of regions) framed(region, toneOf(region, palette));
  if (pinned) framed(pinned, palette.focus);
  if (read) framed(read, palette.accent);
  context.restore();
}

function toneOf({ tone }: Region, palette: Palette): string {
  return tone === undefined || tone === "plain" ? palette.focus : palette[tone];
}

function writeRowLabel(context: Pen, palette: Palette, labelled: Labelled, row: number, strong: boolean): void {
  const { layout, scroll, size, labels } = labelled;
  context.save();
  clip(context, { x: 0, y: layout.top, width: layout.left, height: size.height });
  context.textAlign = "right";
  const y = layout.top + (row + 0.5) * layout.cellHeight - scroll.y;
  const place = { x: layout.left - 7, y, room: layout.left - 9 };
  writeLabel(context, palette, labels.rows[row] ?? "", place, strong);
  context.restore();
}

function writeColumnLabel(context: Pen, palette: Palette, labelled: Labelled, column: number, strong: boolean): void {
  const { layout, scroll, size, labels } = labelled;
  const text = labels.columns[column] ?? "";
  const x = layout.left + (column + 0.5) * layout.cellWidth - scroll.x;
  context.save();
  clip(context, { x: layout.left - 2, y: 0, width: size.width, height: layout.top });
  if (labels.plan.turned) {
    context.translate(x, layout.top - 6);
    context.rotate(-Math.PI / 2);
    context.textAlign = "left";
    writeLabel(context, palette, text, { x: 0, y: 0, room: layout.top - 8 }, strong);
  } else {
    context.textAlign = "center";
    const room = layout.cellWidth * labels.plan.every;
    writeLabel(context, palette, text, { x, y: layout.top - 10, room }, strong);
  }
  context.restore();
}

interface LabelPlace {
  readonly x: number;
  readonly y: number;
  /** CSS pixels. */
  readonly room: number;
}

function writeLabel(context: Pen, palette: Palette, text: string, { x, y, room }: LabelPlace, strong: boolean): void {
  if (text === "") return;
  const font = labelFont(palette.face, strong);
  context.font = font;
  context.textBaseline = "middle";
  const shown = fitted(context, text, Math.max(room, 12), font);
  if (strong) {
    // It covers the same label below it, and where it has no room of its own its neighbours.
    const width = context.measureText(shown).width + 4;
    const start = { left: -2, right: 2 - width, center: -width / 2 }[context.textAlign as "left" | "right" | "center"];
    context.fillStyle = palette.paper;
    context.fillRect(x + start, y - 7, width, 14);
  }
  context.fillStyle = strong ? palette.ink : palette.soft;
  context.fillText(shown, x, y);
}

/** The font of row and column labels. */
export function labelFont(face: string, strong = false): string {
  return `${strong ? 600 : 400} 12px ${face}`;
}
