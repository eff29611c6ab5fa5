/** How the cells of a matrix and its labels are drawn. */

import { short } from "../geometry/format";
import {
  type Box,
  type LabelPlan,
  type MatrixCell,
  type MatrixLayout,
  type Point,
  visibleCells,
} from "../geometry/matrixLayout";
import { type Scale, type Shades, shadeOf } from "../geometry/shades";
import type { Pen } from "../ui/pen";
import type { Palette } from "../ui/usePaint";
import type { Size } from "../ui/useSize";
import { clip, fitted, hatch } from "./paint";

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
  const tiny = Math.min(layout.cellWidth, layout.cellHeight) < 2;
  if (tiny || !(layout.text || context.keepsShapes)) {
    paintImage(context, cells, seen, tiny);
    if (layout.gap > 0) paintGaps(context, palette, cells, seen);
    if (!tiny && masked) hatchMasked(context, palette, cells, seen);
    return;
  }
  context.font = cells.font;
  context.textAlign = "center";
  context.textBaseline = "middle";
  for (let row = seen.rows[0]; row < seen.rows[1]; row++) {
    for (let column = seen.columns[0]; column < seen.columns[1]; column++) {
      const place = placeOf(cells, { row, column });
      if (masked?.({ row, column })) {
        hatch(context, place, palette);
        continue;
      }
      const value = data[row * layout.columns + column] ?? 0;
      const shade = shadeOf(value, scale, extent);
      const { x, y, width, height } = place;
      context.fillStyle = shades.colours[shade] ?? "";
      context.fillRect(x, y, width, height);
      if (!layout.text) continue;
      const text = cells.text ? cells.text({ row, column }) : short(value);
      context.fillStyle = shades.inks[shade] ?? "";
      context.fillText(fitted(context, text, width - 4, cells.font), x + width / 2, y + height / 2 + 0.5);
    }
  }
}

type Seen = ReturnType<typeof visibleCells>;

/** Left, top, width and height of a cell on the canvas, on whole pixels. */
function placeOf({ layout, scroll }: Window, { row, column }: MatrixCell): Box {
  const x = Math.round(layout.left + column * layout.cellWidth - scroll.x);
  const y = Math.round(layout.top + row * layout.cellHeight - scroll.y);
  const right = Math.round(layout.left + (column + 1) * layout.cellWidth - scroll.x);
  const bottom = Math.round(layout.top + (row + 1) * layout.cellHeight - scroll.y);
  return { x, y, width: right - x - layout.gap, height: bottom - y - layout.gap };
}

let sheet: HTMLCanvasElement | null = null;

/**
 * Cells without text: one pixel each on a sheet, which is scaled to their size, for a rectangle each costs ten times as
 * much. What is smaller than two pixels is scaled smoothly.
 */
function paintImage(context: Pen, cells: Cells, { rows, columns }: Seen, smooth: boolean): void {
  const { data, layout, scroll, shades, scale, extent, masked } = cells;
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
  sheet ??= document.createElement("canvas");
  sheet.width = across;
  sheet.height = down;
  sheet.getContext("2d")?.putImageData(image, 0, 0);
  context.imageSmoothingEnabled = smooth;
  context.imageSmoothingQuality = "high";
  context.drawImage(
    sheet,
    layout.left + columns[0] * layout.cellWidth - scroll.x,
    layout.top + rows[0] * layout.cellHeight - scroll.y,
    across * layout.cellWidth,
    down * layout.cellHeight,
  );
}

/** Between cells that are drawn as one image. */
function paintGaps(context: Pen, palette: Palette, cells: Cells, { rows, columns }: Seen): void {
  const { layout, size } = cells;
  context.fillStyle = palette.paper;
  for (let row = rows[0]; row < rows[1]; row++) {
    const { y, height } = placeOf(cells, { row, column: 0 });
    context.fillRect(layout.left, y + height, size.width, layout.gap);
  }
  for (let column = columns[0]; column < columns[1]; column++) {
    const { x, width } = placeOf(cells, { row: 0, column });
    context.fillRect(x + width, layout.top, layout.gap, size.height);
  }
}

function hatchMasked(context: Pen, palette: Palette, cells: Cells, { rows, columns }: Seen): void {
  for (let row = rows[0]; row < rows[1]; row++) {
    for (let column = columns[0]; column < columns[1]; column++) {
      if (cells.masked?.({ row, column })) hatch(context, placeOf(cells, { row, column }), palette);
    }
  }
}

export interface Labels {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly plan: LabelPlan;
  /** Every n-th row is labelled. */
  readonly rowEvery: number;
}

/** As far as there is room for them. */
export function paintLabels(context: Pen, palette: Palette, window: Window, labels: Labels): void {
  const { layout, scroll, size } = window;
  const { rows, columns } = visibleCells(layout, scroll, size);
  context.font = labelFont(palette.face);
  context.fillStyle = palette.soft;
  context.textBaseline = "middle";
  context.save();
  clip(context, { x: 0, y: layout.top, width: layout.left, height: size.height });
  context.textAlign = "right";
  for (let row = rows[0]; row < rows[1]; row++) {
    if (row % labels.rowEvery !== 0) continue;
    const y = layout.top + (row + 0.5) * layout.cellHeight - scroll.y;
    writeLabel(context, palette, labels.rows[row] ?? "", { x: layout.left - 7, y, room: layout.left - 9 });
  }
  context.restore();
  context.save();
  clip(context, { x: layout.left - 2, y: 0, width: size.width, height: layout.top });
  const { turned, every } = labels.plan;
  context.textAlign = turned ? "left" : "center";
  for (let column = columns[0]; column < columns[1]; column++) {
    const text = labels.columns[column] ?? "";
    if (column % every !== 0 || text === "") continue;
    const x = layout.left + (column + 0.5) * layout.cellWidth - scroll.x;
    if (!turned) {
      writeLabel(context, palette, text, { x, y: layout.top - 10, room: layout.cellWidth * every });
      continue;
    }
    context.save();
    context.translate(x, layout.top - 6);
    context.rotate(-Math.PI / 2);
    writeLabel(context, palette, text, { x: 0, y: 0, room: layout.top - 8 });
    context.restore();
  }
  context.restore();
}

interface LabelPlace {
  readonly x: number;
  readonly y: number;
  /** CSS pixels. */
  readonly room: number;
}

function writeLabel(context: Pen, palette: Palette, text: string, { x, y, room }: LabelPlace): void {
  context.fillText(fitted(context, text, Math.max(room, 12), labelFont(palette.face)), x, y);
}

/** Of labels, CSS pixels. */
export const lineHeight = 14;

/** The font of row and column labels. */
export function labelFont(face: string, strong = false): string {
  return `${strong ? 600 : 400} 12px ${face}`;
}
