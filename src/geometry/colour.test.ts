import { lab } from "d3";
import { describe, expect, it } from "vitest";
import { inkOn, sequential, sequentialBytes } from "./colour";

/** WCAG 2 relative luminance contrast. */
function contrast(a: string, b: string): number {
  const light = (colour: string) => {
    const { r, g, b: blue } = lab(colour).rgb();
    const [red = 0, green = 0, last = 0] = [r, g, blue].map((byte) => {
      const share = Math.min(255, Math.max(0, byte)) / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * last;
  };
  const [low = 0, high = 0] = [light(a), light(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

describe.each(["light", "dark"] as const)("colours of weights in the %s theme", (theme) => {
  it("changes steadily in one direction", () => {
    const lightness = Array.from({ length: 11 }, (_, i) => lab(sequential(theme)(i / 10)).l);
    const steps = lightness.slice(1).map((l, i) => Math.sign(l - (lightness[i] ?? 0)));
    expect(new Set(steps).size).toBe(1);
  });

  it("can be read on every shade", () => {
    for (let i = 0; i <= 20; i++) {
      const colour = sequential(theme)(i / 20);
      expect(contrast(colour, inkOn(colour))).toBeGreaterThan(4.5);
    }
  });

  it("gives canvases the same colours", () => {
    const bytes = sequentialBytes(theme);
    const { r } = lab(sequential(theme)(1)).rgb();
    expect(bytes[255 * 3]).toBe(Math.round(r));
  });
});
