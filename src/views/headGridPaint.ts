/** How the grid of heads is drawn: one sheet of a pixel a weight for each layer, scaled into its cells. */
import type { Theme } from "../geometry/colour";
import { significant } from "../geometry/format";
import { boxOf, type MatrixLayout } from "../geometry/matrixLayout";
import { shadeOf, shades } from "../geometry/shades";
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
  const { bytes } = shades("probability", theme);
  for (let at = 0; at < pattern.length; at++) {
    const head = Math.floor(at / (queries * keys));
    const inside = at - head * queries * keys;
    const query = Math.floor(inside / keys);
    const pixel = (query * sheet.width + head * keys + (inside - query * keys)) * 4;
    const shade = shadeOf(pattern[at] ?? 0, "probability", 1) * 3;
    for (let channel = 0; channel < 3; channel++) image.data[pixel + channel] = bytes[shade + channel] ?? 0;
    image.data[pixel + 3] = 255;
  }
  context.putImageData(image, 0, 0);
  sheets[theme].set(pattern, sheet);
  return sheet;
}

export function paintHeads(
  context: CanvasRenderingContext2D,
  palette: Palette,
  {
    rows,
    values,
    layout,
    theme,
  }: { rows: readonly HeadRow[]; values: HeadValues | null; layout: MatrixLayout; theme: Theme },
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
    context.font = `400 12px ${palette.face}`;
    context.fillStyle = palette.soft;
    context.fillText(
      fitted(context, heads.label, layout.left - 8),
      layout.left - 8,
      y + (layout.cellHeight - layout.gap) / 2,
    );
    if (values) paintValues(context, palette, { values, row, heads: heads.heads, layout, theme });
    else paintPatterns(context, heads, row, layout, theme);
  }
}

function paintPatterns(
  context: CanvasRenderingContext2D,
  heads: HeadRow,
  row: number,
  layout: MatrixLayout,
  theme: Theme,
) {
  const sheet = sheetOf(heads, theme);
  if (sheet.width === 0 || sheet.height === 0) return;
  for (let head = 0; head < heads.heads; head++) {
    const { x, y, width, height } = boxOf({ row, column: head }, layout);
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
  readonly layout: MatrixLayout;
  readonly theme: Theme;
}

function paintValues(context: CanvasRenderingContext2D, palette: Palette, painted: PaintedValues) {
  const { values, row, heads, layout, theme } = painted;
  const { colours, inks } = shades("signed", theme);
  context.font = `11px ${palette.num}`;
  context.textAlign = "center";
  for (let head = 0; head < heads; head++) {
    const { x, y, width, height } = boxOf({ row, column: head }, layout);
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
  context: CanvasRenderingContext2D,
  palette: Palette,
  layout: MatrixLayout,
  { off, selected, read }: { off: readonly HeadMark[]; selected: HeadMark | null; read: HeadMark | null },
): void {
  for (const mark of off) {
    const { x, y, width, height } = boxOf(mark, layout);
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
  if (selected) frame(context, boxOf(selected, layout), palette.focus, palette);
  if (read) frame(context, boxOf(read, layout), palette.accent, palette);
}
