/** The colour scales in steps, for canvases: a style string is parsed once and not for every cell. */
import { rgb } from "d3";
import { diverging, inkOn, sequential, type Theme } from "./colour";

/** `signed` is centred on zero; `probability` runs from nothing to the extent. */
export type Scale = "signed" | "probability";

export interface Shades {
  /** CSS colours from the lowest to the highest. */
  readonly colours: readonly string[];
  /** What is read best on each. */
  readonly inks: readonly string[];
  /** The colours as the pixels of an image's data. */
  readonly pixels: Uint32Array;
}

/** An odd number, so that zero of the signed scale is a step of its own. */
const steps = 255;

const made = new Map<string, Shades>();

export function shades(scale: Scale, theme: Theme): Shades {
  const key = `${scale} ${theme}`;
  const known = made.get(key);
  if (known) return known;
  const colour = scale === "signed" ? diverging(theme) : sequential(theme);
  const colours = Array.from({ length: steps }, (_, step) => {
    const share = step / (steps - 1);
    return colour(scale === "signed" ? share * 2 - 1 : share);
  });
  const bytes = Uint8Array.from(
    colours.flatMap((text) => {
      const { r, g, b } = rgb(text);
      return [r, g, b, 255];
    }),
  );
  const fresh: Shades = { colours, inks: colours.map(inkOn), pixels: new Uint32Array(bytes.buffer) };
  made.set(key, fresh);
  return fresh;
}

/** The step of a value; `extent` is the largest absolute value that the scale shows, and what exceeds it is held. */
export function shadeOf(value: number, scale: Scale, extent: number): number {
  const share = extent > 0 ? value / extent : 0;
  const position = scale === "signed" ? (Math.min(1, Math.max(-1, share)) + 1) / 2 : Math.min(1, Math.max(0, share));
  return Math.round(position * (steps - 1));
}

/** The largest absolute value, for the extent of a signed scale; cells that `skip` names, and what is not finite, do not count. */
export function extentOf(values: Float32Array, skip?: (index: number) => boolean): number {
  let largest = 0;
  for (let index = 0; index < values.length; index++) {
    const size = Math.abs(values[index] ?? 0);
    if (size > largest && Number.isFinite(size) && !skip?.(index)) largest = size;
  }
  return largest;
}

/**
 * The absolute value that all but `share` of the values stay below: an extent that a few outliers, which large models have
 * in single dimensions, do not wash out. What exceeds it has the colour of the end.
 */
export function usualExtent(values: Float32Array, share = 0.005): number {
  const sizes = values.map(Math.abs).sort();
  return sizes[Math.max(0, Math.ceil(sizes.length * (1 - share)) - 1)] ?? 0;
}
