/**
 * A canvas that is painted when what it shows changes, sharp on every screen: again when the page is zoomed and when a
 * font has come. The painter gets the colours and fonts of the style sheet, so a canvas follows the theme as the rest does.
 */

import { type RefObject, useCallback, useLayoutEffect, useRef, useSyncExternalStore } from "react";
import type { Pen } from "./pen";
import "./painted.css";

export interface Palette {
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  readonly edge: string;
  readonly paper: string;
  readonly panel: string;
  readonly sunk: string;
  readonly accent: string;
  readonly focus: string;
  readonly query: string;
  readonly key: string;
  readonly value: string;
  readonly off: string;
  /** Families, as in a font shorthand. */
  readonly face: string;
  readonly num: string;
}

const names = [
  "ink",
  "soft",
  "line",
  "edge",
  "paper",
  "panel",
  "sunk",
  "accent",
  "focus",
  "query",
  "key",
  "value",
  "off",
  "face",
  "num",
] as const;

const palettes = new Map<string | undefined, Palette>();

/** The colours and fonts of the page's theme. Read once each, for reading makes the browser work out every style anew. */
export function pagePalette(): Palette {
  const { theme } = document.documentElement.dataset;
  const known = palettes.get(theme);
  if (known) return known;
  const style = getComputedStyle(document.documentElement);
  const read = Object.fromEntries(names.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
  const palette = read as Record<(typeof names)[number], string>;
  palettes.set(theme, palette);
  return palette;
}

/** Draws in CSS pixels on a clean canvas. Kept between renders (useCallback), for a new one paints again. */
export type Paint = (context: Pen, palette: Palette) => void;

const painters = new WeakMap<HTMLCanvasElement, (pen: Pen) => void>();

/** What a canvas shows, to be drawn once more; undefined for one that nothing was painted on. */
export function paintedBy(canvas: HTMLCanvasElement): ((pen: Pen) => void) | undefined {
  return painters.get(canvas);
}

/**
 * Canvases are of sizes that many figures share, in steps of so many pixels: to make one costs more than to paint it, and
 * a figure grows by a cell with every word that is typed.
 */
const step = 256;
const steps = (pixels: number) => Math.ceil(pixels / step) * step;

/** Canvases that no figure shows now, the newest last, for figures come and go. */
const spare: HTMLCanvasElement[] = [];
const mostSpare = 12;

/** A canvas of that many pixels. */
function takeCanvas(width: number, height: number): HTMLCanvasElement {
  const at = spare.findLastIndex((one) => one.width === width && one.height === height);
  const [found] = at < 0 ? [] : spare.splice(at, 1);
  if (found) return found;
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  return canvas;
}

function putBack(canvas: HTMLCanvasElement): void {
  canvas.remove();
  painters.delete(canvas);
  spare.push(canvas);
  if (spare.length > mostSpare) spare.shift();
}

/**
 * Paints a canvas in `holder`, an element of the class "painted" in one that has a place and the size of the figure.
 * `width` and `height` in CSS pixels; `theme` is what `paint` may not know that it depends on.
 */
export function usePaint(
  holder: RefObject<HTMLElement | null>,
  width: number,
  height: number,
  theme: string,
  paint: Paint,
): void {
  const ratio = usePixelRatio();
  const fonts = useFonts();
  const [across, down] = [steps(width * ratio), steps(height * ratio)];
  const shown = useRef<HTMLCanvasElement | null>(null);
  useLayoutEffect(() => {
    if (across <= 0 || down <= 0) return;
    const canvas = takeCanvas(across, down);
    shown.current = canvas;
    holder.current?.prepend(canvas);
    return () => {
      shown.current = null;
      putBack(canvas);
    };
  }, [holder, across, down]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: fonts and theme change what is painted and not the code.
  useLayoutEffect(() => {
    const canvas = shown.current;
    const context = canvas?.getContext("2d");
    if (!canvas || !context) return;
    canvas.style.width = `${across / ratio}px`;
    canvas.style.height = `${down / ratio}px`;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, across, down);
    context.scale(ratio, ratio);
    const palette = pagePalette();
    // The canvas may serve another figure next, which starts from the usual looks.
    context.save();
    paint(context, palette);
    context.restore();
    painters.set(canvas, (pen) => paint(pen, palette));
  }, [across, down, ratio, fonts, theme, paint]);
}

function usePixelRatio(): number {
  return useSyncExternalStore(
    useCallback((changed) => {
      const list = globalThis.matchMedia?.(`(resolution: ${devicePixelRatio}dppx)`);
      list?.addEventListener("change", changed);
      return () => list?.removeEventListener("change", changed);
    }, []),
    () => devicePixelRatio,
  );
}

/** Whether fonts that have come are drawn with on canvases: those of formulas are not. */
export function areDrawnWith(fonts: readonly FontFace[]): boolean {
  const { face, num } = pagePalette();
  return fonts.some((font) => {
    const family = font.family.replaceAll('"', "");
    return face.includes(family) || num.includes(family);
  });
}

/** Grows whenever fonts have come that are drawn with. */
export function useFonts(): number {
  const loads = useRef(0);
  return useSyncExternalStore(
    useCallback((changed) => {
      const came = ({ fontfaces }: FontFaceSetLoadEvent) => {
        if (!areDrawnWith(fontfaces)) return;
        loads.current += 1;
        changed();
      };
      document.fonts?.addEventListener("loadingdone", came);
      return () => document.fonts?.removeEventListener("loadingdone", came);
    }, []),
    () => loads.current,
  );
}
