/**
 * What figures draw with: the part of a canvas's context that they use, and the same as SVG. So a figure that is drawn on
 * a canvas is written to a file by the very code that draws it.
 */

type Drawing = Pick<
  CanvasRenderingContext2D,
  | "fillStyle"
  | "strokeStyle"
  | "lineWidth"
  | "lineJoin"
  | "globalAlpha"
  | "font"
  | "textAlign"
  | "textBaseline"
  | "imageSmoothingEnabled"
  | "imageSmoothingQuality"
  | "save"
  | "restore"
  | "translate"
  | "rotate"
  | "beginPath"
  | "moveTo"
  | "lineTo"
  | "rect"
  | "clip"
  | "stroke"
  | "fillRect"
  | "strokeRect"
  | "fillText"
  | "measureText"
  | "drawImage"
>;
export interface Pen extends Drawing {
  /** What is drawn stays shapes that can be taken hold of one by one, which an image of many would not be. */
  readonly keepsShapes?: true;
}

const number = (value: number) => String(Number(value.toFixed(2)));
const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** `name="value"` for each that has a value. */
function attributes(all: Readonly<Record<string, string | number | null>>): string {
  return Object.entries(all)
    .flatMap(([name, value]) => {
      if (value === null) return [];
      return [` ${name}="${typeof value === "number" ? number(value) : escaped(value)}"`];
    })
    .join("");
}

const anchors: Readonly<Record<CanvasTextAlign, string | null>> = {
  left: null,
  start: null,
  center: "middle",
  right: "end",
  end: "end",
};

/** The looks that `save` keeps, at their first values. */
const first = {
  fillStyle: "#000" as Pen["fillStyle"],
  strokeStyle: "#000" as Pen["strokeStyle"],
  lineWidth: 1,
  lineJoin: "miter" as CanvasLineJoin,
  globalAlpha: 1,
  font: "10px sans-serif",
  textAlign: "start" as CanvasTextAlign,
  textBaseline: "alphabetic" as CanvasTextBaseline,
  imageSmoothingEnabled: true,
  imageSmoothingQuality: "low" as ImageSmoothingQuality,
};
type Looks = typeof first;

/** Writes down as SVG what is drawn with it. */
export class SvgPen implements Pen {
  readonly keepsShapes = true;
  fillStyle = first.fillStyle;
  strokeStyle = first.strokeStyle;
  lineWidth = first.lineWidth;
  lineJoin = first.lineJoin;
  globalAlpha = first.globalAlpha;
  font = first.font;
  textAlign = first.textAlign;
  textBaseline = first.textBaseline;
  imageSmoothingEnabled = first.imageSmoothingEnabled;
  imageSmoothingQuality = first.imageSmoothingQuality;

  private readonly parts: string[] = [];
  /** Looks to come back to, and the groups that were opened since. */
  private readonly saved: { readonly looks: Looks; groups: number }[] = [];
  private path = "";
  private clips = 0;
  private readonly ruler = document.createElement("canvas").getContext("2d");

  /** The whole file, of a drawing of that size in CSS pixels. */
  toSvg(width: number, height: number): string {
    while (this.saved.length > 0) this.restore();
    const size = attributes({ width, height, viewBox: `0 0 ${number(width)} ${number(height)}` });
    return `<svg xmlns="http://www.w3.org/2000/svg"${size}>${this.parts.join("")}</svg>\n`;
  }

  save(): void {
    const looks = Object.fromEntries(Object.keys(first).map((name) => [name, this[name as keyof Looks]])) as Looks;
    this.saved.push({ looks, groups: 0 });
  }

  restore(): void {
    const last = this.saved.pop();
    if (!last) return;
    this.parts.push("</g>".repeat(last.groups));
    Object.assign(this, last.looks);
  }

  translate(x: number, y: number): void {
    this.open({ transform: `translate(${number(x)} ${number(y)})` });
  }

  /** In radians. */
  rotate(angle: number): void {
    this.open({ transform: `rotate(${number((angle * 180) / Math.PI)})` });
  }

  beginPath(): void {
    this.path = "";
  }

  moveTo(x: number, y: number): void {
    this.path += `M${number(x)} ${number(y)}`;
  }

  lineTo(x: number, y: number): void {
    this.path += `L${number(x)} ${number(y)}`;
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.path += `M${number(x)} ${number(y)}h${number(width)}v${number(height)}h${number(-width)}z`;
  }

  clip(): void {
    this.clips += 1;
    const id = `clip-${this.clips}`;
    this.parts.push(`<clipPath id="${id}"><path d="${this.path}"/></clipPath>`);
    this.open({ "clip-path": `url(#${id})` });
  }

  stroke(): void {
    this.parts.push(`<path${attributes({ d: this.path, fill: "none", ...this.stroked() })}/>`);
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    this.parts.push(`<rect${attributes({ x, y, width, height, ...this.filled() })}/>`);
  }

  strokeRect(x: number, y: number, width: number, height: number): void {
    this.parts.push(`<rect${attributes({ x, y, width, height, fill: "none", ...this.stroked() })}/>`);
  }

  fillText(text: string, x: number, y: number): void {
    // Programs disagree on baselines, so that the middle is written as a shift.
    const dy = this.textBaseline === "middle" ? "0.35em" : null;
    const place = attributes({
      x,
      y,
      dy,
      "text-anchor": anchors[this.textAlign],
      style: `font: ${this.font}; white-space: pre`,
    });
    this.parts.push(`<text${place}${attributes(this.filled())}>${escaped(text)}</text>`);
  }

  measureText(text: string): TextMetrics {
    if (!this.ruler) throw new Error("This browser draws on no canvas.");
    this.ruler.font = this.font;
    return this.ruler.measureText(text);
  }

  drawImage(source: CanvasImageSource, ...place: readonly number[]): void {
    const [x = 0, y = 0, width = 0, height = 0] = place.slice(-4);
    const sheet = document.createElement("canvas");
    const [fromX, fromY, across = width, down = height] = place.length > 4 ? place : [];
    [sheet.width, sheet.height] = [Math.max(1, across), Math.max(1, down)];
    const context = sheet.getContext("2d");
    if (fromX === undefined || fromY === undefined) context?.drawImage(source, 0, 0, across, down);
    else context?.drawImage(source, fromX, fromY, across, down, 0, 0, across, down);
    const style = this.imageSmoothingEnabled ? null : "image-rendering: pixelated";
    const box = attributes({ x, y, width, height, preserveAspectRatio: "none", style });
    this.parts.push(`<image${box} href="${sheet.toDataURL()}"/>`);
  }

  private open(all: Readonly<Record<string, string>>): void {
    this.parts.push(`<g${attributes(all)}>`);
    const last = this.saved.at(-1);
    if (last) last.groups += 1;
    else throw new Error("A drawing that is moved, turned or clipped has to be saved first.");
  }

  private filled() {
    return { fill: String(this.fillStyle), opacity: this.globalAlpha === 1 ? null : this.globalAlpha };
  }

  private stroked() {
    return {
      stroke: String(this.strokeStyle),
      "stroke-width": this.lineWidth,
      "stroke-linejoin": this.lineJoin === "miter" ? null : this.lineJoin,
      opacity: this.globalAlpha === 1 ? null : this.globalAlpha,
    };
  }
}
