/** Drawing that several canvases share: measured text, signs of cells. Knows nothing of React. */

import type { Box } from "../geometry/matrixLayout";
import type { Pen } from "../ui/pen";
import { areDrawnWith, type Palette } from "../ui/usePaint";

let ruler: CanvasRenderingContext2D | null = null;

/** The width of the widest text in a font (a CSS shorthand), in CSS pixels; a guess where nothing can be measured. */
export function widest(texts: readonly string[], font: string): number {
  ruler ??= document.createElement("canvas").getContext("2d");
  if (ruler) ruler.font = font;
  let largest = 0;
  for (const text of texts) largest = Math.max(largest, ruler ? ruler.measureText(text).width : text.length * 7);
  return Math.ceil(largest);
}

/** Widths in CSS pixels, by font and text: a figure writes the same labels and numbers at every move of the pointer. */
const widths = new Map<string, Map<string, number>>();
const mostWidths = 20_000;

/** The width of a text with the context's font, which is `font`: to ask the context for it is slow. */
function widthOf(context: Pen, text: string, font: string): number {
  const ofFont = widths.get(font) ?? new Map<string, number>();
  const known = ofFont.get(text);
  if (known !== undefined) return known;
  if (ofFont.size >= mostWidths) ofFont.clear();
  const { width } = context.measureText(text);
  widths.set(font, ofFont.set(text, width));
  return width;
}

/** Whatever was measured may have been with another font than the one that has come. */
globalThis.document?.fonts?.addEventListener("loadingdone", ({ fontfaces }) => {
  if (areDrawnWith(fontfaces)) widths.clear();
});

/** As much of a text as fits into `width` pixels with the context's font, which is `font`. */
export function fitted(context: Pen, text: string, width: number, font: string): string {
  if (widthOf(context, text, font) <= width) return text;
  const letters = [...text];
  while (letters.length > 1) {
    letters.pop();
    const shorter = `${letters.join("")}…`;
    if (context.measureText(shorter).width <= width) return shorter;
  }
  return letters.join("");
}

/** The sign of a cell that is not there: a diagonal on sunken ground. */
export function hatch(context: Pen, { x, y, width, height }: Box, palette: Palette) {
  context.fillStyle = palette.sunk;
  context.fillRect(x, y, width, height);
  if (Math.min(width, height) < 5) return;
  context.strokeStyle = palette.edge;
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(x + width * 0.3, y + height * 0.7);
  context.lineTo(x + width * 0.7, y + height * 0.3);
  context.stroke();
}

/** Limits drawing to a box until the context is restored. */
export function clip(context: Pen, { x, y, width, height }: Box) {
  context.beginPath();
  context.rect(x, y, width, height);
  context.clip();
}
