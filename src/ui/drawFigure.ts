/** A figure of the document drawn once more, with a pen of choice: its canvases by their painters, and its words. */
import type { Pen } from "./pen";
import { paintedBy } from "./usePaint";

/** The place of what a figure shows, in the window: an element around it may be wider. */
export function figureBox(figure: Element): DOMRect {
  const [only] = figure.children;
  return (figure.children.length === 1 && only ? only : figure).getBoundingClientRect();
}

/** Tips, buttons that do something to the figure, what only screen readers get, and labels written a second time, are no part of it. */
const left = ".hidden, .tip, .tool, [role=gridcell], .matrix-label";

/** Draws it from the pen's origin on; → its size in CSS pixels. */
export function drawFigure(pen: Pen, figure: Element): { readonly width: number; readonly height: number } {
  const { x, y, width, height } = figureBox(figure);
  pen.save();
  pen.fillStyle = getComputedStyle(figure).getPropertyValue("--paper").trim() || "white";
  pen.fillRect(0, 0, width, height);
  pen.translate(-x, -y);
  for (const element of figure.querySelectorAll("*")) {
    if (element.closest(left)) continue;
    if (element instanceof HTMLCanvasElement) drawCanvas(pen, element);
    else if (element.matches(".framed")) drawFrame(pen, element);
    else drawGround(pen, element);
    for (const node of element.childNodes) if (node instanceof Text) drawText(pen, node, element);
  }
  pen.restore();
  return { width, height };
}

function drawCanvas(pen: Pen, canvas: HTMLCanvasElement): void {
  const { x, y } = canvas.getBoundingClientRect();
  pen.save();
  pen.translate(x, y);
  paintedBy(canvas)?.(pen);
  pen.restore();
}

/** As far as it is in sight in what it stands in. */
function drawFrame(pen: Pen, element: Element): void {
  const { x, y, width, height } = element.getBoundingClientRect();
  const { borderTopColor, borderTopWidth } = getComputedStyle(element);
  const window = element.parentElement?.getBoundingClientRect();
  const thickness = Number.parseFloat(borderTopWidth) || 0;
  pen.save();
  if (window) {
    pen.beginPath();
    pen.rect(window.x, window.y, window.width, window.height);
    pen.clip();
  }
  pen.strokeStyle = borderTopColor;
  pen.lineWidth = thickness;
  pen.strokeRect(x + thickness / 2, y + thickness / 2, width - thickness, height - thickness);
  pen.restore();
}

function drawGround(pen: Pen, element: Element): void {
  const { backgroundColor, visibility } = getComputedStyle(element);
  const { x, y, width, height } = element.getBoundingClientRect();
  if (visibility === "hidden" || width === 0 || height === 0 || isClear(backgroundColor)) return;
  pen.fillStyle = backgroundColor;
  pen.fillRect(x, y, width, height);
}

function isClear(colour: string): boolean {
  return colour === "" || colour === "transparent" || /^rgba\(.*, 0\)$/.test(colour);
}

/** A text that is broken into lines is written on the first of them; figures have no such texts. */
function drawText(pen: Pen, node: Text, parent: Element): void {
  const text = node.data.replace(/\s+/g, " ");
  if (text.trim() === "") return;
  const range = document.createRange();
  range.selectNodeContents(node);
  const [box] = range.getClientRects();
  if (!box || box.width === 0) return;
  const { color, fontStyle, fontWeight, fontSize, fontFamily } = getComputedStyle(parent);
  pen.save();
  pen.fillStyle = color;
  pen.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
  pen.textAlign = "left";
  pen.textBaseline = "middle";
  pen.fillText(text, box.x, box.y + box.height / 2);
  pen.restore();
}
