/** A figure in the document as a file: SVG with its styles, PNG of what is drawn, and the download of either. */
import { drawFigure, figureBox } from "./drawFigure";
import { SvgPen } from "./pen";

/** Saves a file as the browser saves downloads. */
export function download(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The click is done when the task is; a browser that reads the file later keeps it.
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

/** What an element's look needs outside of the page: the style sheet does not travel along. */
const looks = [
  "fill",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-linejoin",
  "opacity",
  "font-family",
  "font-size",
  "font-weight",
  "text-anchor",
  "transform",
] as const;

/** The text of an SVG file that looks as `svg` does in the page, on the page's ground. */
export function svgText(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const [originals, copies] = [svg.querySelectorAll("*"), copy.querySelectorAll("*")];
  const dress = (from: Element, to: Element) => {
    const style = getComputedStyle(from);
    const own = looks.map((name) => [name, style.getPropertyValue(name)] as const).filter(([, value]) => value !== "");
    to.setAttribute("style", own.map(([name, value]) => `${name}: ${value}`).join("; "));
    to.removeAttribute("class");
  };
  for (const [index, original] of originals.entries()) {
    const twin = copies[index];
    if (twin) dress(original, twin);
  }
  dress(svg, copy);
  const { width, height } = svg.getBoundingClientRect();
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", String(Math.round(width)));
  copy.setAttribute("height", String(Math.round(height)));
  copy.style.background = ground(svg);
  return new XMLSerializer().serializeToString(copy);
}

/** The colour behind an element. */
function ground(element: Element): string {
  return getComputedStyle(element).getPropertyValue("--paper").trim() || "white";
}

/** The text of an SVG file of a figure that is drawn on canvases or of elements. */
export function figureSvg(figure: Element): string {
  const pen = new SvgPen();
  const { width, height } = drawFigure(pen, figure);
  return pen.toSvg(width, height);
}

/** A PNG of such a figure at twice its size; null where it is empty. */
export async function figurePng(figure: Element): Promise<Blob | null> {
  const sheet = document.createElement("canvas");
  const box = figureBox(figure);
  [sheet.width, sheet.height] = [Math.ceil(box.width * 2), Math.ceil(box.height * 2)];
  const context = sheet.getContext("2d");
  if (!context || sheet.width === 0 || sheet.height === 0) return null;
  context.scale(2, 2);
  drawFigure(context, figure);
  return new Promise((resolve) => sheet.toBlob(resolve, "image/png"));
}

/** A PNG of an SVG at twice its size. Throws where the browser cannot draw it. */
export async function svgPng(svg: SVGSVGElement): Promise<Blob | null> {
  const { width, height } = svg.getBoundingClientRect();
  const url = URL.createObjectURL(new Blob([svgText(svg)], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const sheet = document.createElement("canvas");
    [sheet.width, sheet.height] = [Math.round(width * 2), Math.round(height * 2)];
    sheet.getContext("2d")?.drawImage(image, 0, 0, sheet.width, sheet.height);
    return await new Promise((resolve) => sheet.toBlob(resolve, "image/png"));
  } finally {
    URL.revokeObjectURL(url);
  }
}
