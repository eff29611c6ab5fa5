/** How the grid of heads is drawn: on a sheet with a pixel a weight first, from which each head is scaled into its cell. */

import type { Theme } from "../geometry/colour";
import { significant } from "../geometry/format";
import { type HeadGridLayout, type HeadPlace, headBox } from "../geometry/headGrid";
import type { Box } from "../geometry/matrixLayout";
import { shadeOf, shades } from "../geometry/shades";
import type { Pen } from "../ui/pen";
import type { Palette } from "../ui/usePaint";
import { fitted, hatch } from "./paint";

/** All heads of one attention. */
export interface HeadRow {
  /** Such as "block 1". */
  readonly label: string;
  readonly heads: number;
  readonly queries: number;
  readonly keys: number;
  /** [H, queries, keys], row-major, in [0, 1]. */
  readonly pattern: Float32Array;
}

/** One number a head, shown instead of its pattern. */
export interface HeadValues {
  /** [rows, heads of the widest row], row-major; NaN where there is no number yet. */
  readonly data: Float32Array;
  /** The largest absolute value that the colours show. */
  readonly extent: number;
}

/** All rows of heads under each other on `sheet`, one pixel a weight; each row's heads side by side. */
function fillSheet(sheet: HTMLCanvasElement, rows: readonly HeadRow[], theme: Theme): void {
  const width = Math.max(...rows.map(({ heads, keys }) => heads * keys));
  const height = rows.reduce((sum, { queries }) => sum + queries, 0);
  // Setting the size throws away what a canvas holds, so it is done only where it changes.
  if (sheet.width !== width) sheet.width = width;
  if (sheet.height !== height) sheet.height = height;
  const context = sheet.getContext("2d");
  if (!context || width === 0 || height === 0) return;
  const image = context.createImageData(width, height);
  const pixels = new Uint32Array(image.data.buffer);
  const { pixels: colours } = shades("probability", theme);
  let top = 0;
  for (const { heads, queries, keys, pattern } of rows) {
    let from = 0;
    for (let head = 0; head < heads; head++) {
      for (let query = 0; query < queries; query++) {
        const to = (top + query) * width + head * keys;
        for (let key = 0; key < keys; key++) {
          pixels[to + key] = colours[shadeOf(pattern[from + key] ?? 0, "probability", 1)] ?? 0;
        }
        from += keys;
      }
    }
    top += queries;
  }
  context.putImageData(image, 0, 0);
}

export interface PaintedHeads {
  readonly rows: readonly HeadRow[];
  readonly values: HeadValues | null;
  readonly layout: HeadGridLayout;
  readonly theme: Theme;
  readonly off: readonly HeadPlace[];
  /** To draw patterns from, again and again: a new canvas each time would cost more than the drawing. */
  readonly sheet: HTMLCanvasElement;
}

export function paintHeads(context: Pen, palette: Palette, painted: PaintedHeads): void {
  const { rows, values, layout, theme, sheet, off } = painted;
  if (!values) fillSheet(sheet, rows, theme);
  let from = 0;
  context.textBaseline = "middle";
  context.font = `400 12px ${palette.face}`;
  context.fillStyle = palette.soft;
  context.textAlign = "center";
  for (let head = 0; head < layout.columns; head++) {
    context.fillText(String(head + 1), layout.left + head * layout.cellWidth + (layout.cellWidth - layout.gap) / 2, 11);
  }
  for (const [row, heads] of rows.entries()) {
    const y = layout.top + row * layout.cellHeight;
    context.textAlign = "right";
    const font = `400 12px ${palette.face}`;
    context.font = font;
    context.fillStyle = palette.soft;
    context.fillText(
      fitted(context, heads.label, layout.left - 8, font),
      layout.left - 8,
      y + (layout.cellHeight - layout.gap - layout.switchHeight) / 2,
    );
    if (values) paintValues(context, palette, { values, row, heads: heads.heads, layout, theme });
    else paintPatterns(context, heads, { row, layout, sheet, from });
    from += heads.queries;
  }
  for (const { row, head } of off) crossOut(context, headBox({ row, column: head }, layout), palette);
}

/** A row of the grid, which stands `from` pixels down the sheet. */
function paintPatterns(
  context: Pen,
  { heads, queries, keys }: HeadRow,
  { row, layout, sheet, from }: { row: number; layout: HeadGridLayout; sheet: HTMLCanvasElement; from: number },
): void {
  if (queries === 0 || keys === 0) return;
  for (let head = 0; head < heads; head++) {
    const { x, y, width, height } = headBox({ row, column: head }, layout);
    // Enlarged weights stay squares; reduced ones are averaged, so that none is lost.
    context.imageSmoothingEnabled = keys > width || queries > height;
    context.imageSmoothingQuality = "high";
    context.drawImage(sheet, head * keys, from, keys, queries, x, y, width, height);
  }
}

interface PaintedValues {
  readonly values: HeadValues;
  readonly row: number;
  readonly heads: number;
  readonly layout: HeadGridLayout;
  readonly theme: Theme;
}

function paintValues(context: Pen, palette: Palette, painted: PaintedValues) {
  const { values, row, heads, layout, theme } = painted;
  const { colours, inks } = shades("signed", theme);
  context.font = `11px ${palette.num}`;
  context.textAlign = "center";
  for (let head = 0; head < heads; head++) {
    const { x, y, width, height } = headBox({ row, column: head }, layout);
    const value = values.data[row * layout.columns + head] ?? 0;
    if (Number.isNaN(value)) {
      hatch(context, { x, y, width, height }, palette);
      continue;
    }
    const shade = shadeOf(value, "signed", values.extent);
    context.fillStyle = colours[shade] ?? "";
    context.fillRect(x, y, width, height);
    if (width < 52) continue;
    context.fillStyle = inks[shade] ?? "";
    context.fillText(significant(value), x + width / 2, y + height / 2);
  }
}

/** The sign of a head that is switched off. */
function crossOut(context: Pen, { x, y, width, height }: Box, palette: Palette): void {
  context.globalAlpha = 0.6;
  context.fillStyle = palette.panel;
  context.fillRect(x, y, width, height);
  context.globalAlpha = 1;
  context.strokeStyle = palette.off;
  context.lineWidth = 2;
  context.beginPath();
  context.moveTo(x + 2, y + height - 2);
  context.lineTo(x + width - 2, y + 2);
  context.moveTo(x + 2, y + 2);
  context.lineTo(x + width - 2, y + height - 2);
  context.stroke();
}
