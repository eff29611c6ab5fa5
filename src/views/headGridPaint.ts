/** How the grid of heads is drawn: one sheet of a pixel a weight for each layer, scaled into its cells. */

import type { Theme } from "../geometry/colour";
import { significant } from "../geometry/format";
import { type HeadGridLayout, headBox } from "../geometry/headGrid";
import { shadeOf, shades } from "../geometry/shades";
import type { Pen } from "../ui/pen";
import type { Palette } from "../ui/usePaint";
import { fitted, frame, hatch } from "./paint";

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

const sheets: Readonly<Record<Theme, WeakMap<Float32Array, HTMLCanvasElement>>> = {
  light: new WeakMap(),
  dark: new WeakMap(),
};

/** A layer's heads beside each other, one pixel a weight; made once for each pattern. */
function sheetOf(row: HeadRow, theme: Theme): HTMLCanvasElement {
  const known = sheets[theme].get(row.pattern);
  if (known) return known;
  const { heads, queries, keys, pattern } = row;
  const sheet = document.createElement("canvas");
  [sheet.width, sheet.height] = [heads * keys, queries];
  const context = sheet.getContext("2d");
  if (!context || pattern.length === 0) return sheet;
  const image = context.createImageData(sheet.width, sheet.height);
  const pixels = new Uint32Array(image.data.buffer);
  const { pixels: colours } = shades("probability", theme);
  let from = 0;
  for (let head = 0; head < heads; head++) {
    for (let query = 0; query < queries; query++) {
      const to = (query * heads + head) * keys;
      for (let key = 0; key < keys; key++) {
        pixels[to + key] = colours[shadeOf(pattern[from + key] ?? 0, "probability", 1)] ?? 0;
      }
      from += keys;
    }
  }
  context.putImageData(image, 0, 0);
  sheets[theme].set(pattern, sheet);
  return sheet;
}

export function paintHeads(
  context: Pen,
  palette: Palette,
  {
    rows,
    values,
    layout,
    theme,
  }: { rows: readonly HeadRow[]; values: HeadValues | null; layout: HeadGridLayout; theme: Theme },
): void {
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
    else paintPatterns(context, heads, row, layout, theme);
  }
}

function paintPatterns(context: Pen, heads: HeadRow, row: number, layout: HeadGridLayout, theme: Theme) {
  const sheet = sheetOf(heads, theme);
  if (sheet.width === 0 || sheet.height === 0) return;
  for (let head = 0; head < heads.heads; head++) {
    const { x, y, width, height } = headBox({ row, column: head }, layout);
    // Enlarged weights stay squares; reduced ones are averaged, so that none is lost.
    context.imageSmoothingEnabled = heads.keys > width || heads.queries > height;
    context.imageSmoothingQuality = "high";
    context.drawImage(sheet, head * heads.keys, 0, heads.keys, heads.queries, x, y, width, height);
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

export interface HeadMark {
  readonly row: number;
  readonly column: number;
}

export function paintHeadMarks(
  context: Pen,
  palette: Palette,
  layout: HeadGridLayout,
  { off, selected, read }: { off: readonly HeadMark[]; selected: HeadMark | null; read: HeadMark | null },
): void {
  for (const mark of off) {
    const { x, y, width, height } = headBox(mark, layout);
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
  if (selected) frame(context, headBox(selected, layout), palette.focus, palette);
  if (read) frame(context, headBox(read, layout), palette.accent, palette);
}
