/** A figure in the document as a file: SVG with its styles, PNG of what is drawn, and the download of either. */

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

/** All canvases of a figure over each other, as they stand in the page; null where there is none or it is empty. */
export async function canvasPng(figure: Element): Promise<Blob | null> {
  const canvases = [...figure.querySelectorAll("canvas")].filter(({ width, height }) => width > 0 && height > 0);
  const boxes = canvases.map((canvas) => canvas.getBoundingClientRect());
  const [left, top] = [Math.min(...boxes.map(({ x }) => x)), Math.min(...boxes.map(({ y }) => y))];
  const [right, bottom] = [Math.max(...boxes.map((box) => box.right)), Math.max(...boxes.map((box) => box.bottom))];
  if (canvases.length === 0 || right <= left || bottom <= top) return null;
  const scale = Math.max(1, ...canvases.map((canvas, index) => canvas.width / Math.max(1, boxes[index]?.width ?? 1)));
  const sheet = document.createElement("canvas");
  sheet.width = Math.round((right - left) * scale);
  sheet.height = Math.round((bottom - top) * scale);
  const context = sheet.getContext("2d");
  if (!context) return null;
  context.fillStyle = ground(figure);
  context.fillRect(0, 0, sheet.width, sheet.height);
  for (const [index, canvas] of canvases.entries()) {
    const { x, y, width, height } = boxes[index] as DOMRect;
    context.drawImage(canvas, (x - left) * scale, (y - top) * scale, width * scale, height * scale);
  }
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
