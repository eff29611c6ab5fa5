/** Colours of values, for both themes. Pure; knows nothing of the document. */
import { interpolateLab, rgb } from "d3";

export type Theme = "light" | "dark";

/** From no weight to all of it: the same as --seq0 and --seq1 of the style sheet. */
const ends: Readonly<Record<Theme, readonly [string, string]>> = {
  light: ["#f4f1f8", "#5b2a86"],
  dark: ["#262230", "#c79bf2"],
};

/** The colour of a share in [0, 1]. */
export function sequential(theme: Theme): (share: number) => string {
  const between = interpolateLab(...ends[theme]);
  return (share) => between(Math.min(1, Math.max(0, share)));
}

/** From the most negative over zero to the most positive; blue and orange, which colour-blind readers tell apart; the ends are --negative and --positive. */
const signedEnds: Readonly<Record<Theme, readonly [string, string, string]>> = {
  light: ["#1d5fae", "#f5f3ef", "#b3471c"],
  dark: ["#79b0f7", "#262522", "#f2945e"],
};

/** The colour of a signed share in [−1, 1]; zero is the neutral middle. */
export function diverging(theme: Theme): (share: number) => string {
  const [low, middle, high] = signedEnds[theme];
  const [down, up] = [interpolateLab(middle, low), interpolateLab(middle, high)];
  return (share) => (share < 0 ? down(Math.min(1, -share)) : up(Math.min(1, share)));
}

/** WCAG 2: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance, in [0, 1]. */
function luminance(colour: string): number {
  const { r, g, b } = rgb(colour);
  const linear = (byte: number) => (byte <= 10.31 ? byte / 255 / 12.92 : ((byte / 255 + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

/** The ink that reads better on `background`: black where its contrast is the higher of the two. */
export function inkOn(background: string): "#000000" | "#ffffff" {
  const light = luminance(background) + 0.05;
  return light / 0.05 > 1.05 / light ? "#000000" : "#ffffff";
}
