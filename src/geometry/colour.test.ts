import { lab } from "d3";
import { describe, expect, it } from "vitest";
import { diverging, inkOn, sequential } from "./colour";
import { extentOf, shadeOf, shades, usualExtent } from "./shades";

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

  it("leads from blue over a grey zero to orange, as light at one end as at the other", () => {
    const [low, zero, high] = [-1, 0, 1].map((share) => lab(diverging(theme)(share)));
    if (!low || !zero || !high) throw new Error("A colour is missing.");
    expect(Math.hypot(zero.a, zero.b)).toBeLessThan(5);
    expect(low.b).toBeLessThan(-20);
    expect(high.b).toBeGreaterThan(20);
    expect(Math.abs(low.l - high.l)).toBeLessThan(8);
    expect(Math.abs(low.l - zero.l)).toBeGreaterThan(35);
  });

  it("can be read on every signed shade", () => {
    const { colours, inks } = shades("signed", theme);
    for (const [step, colour] of colours.entries()) expect(contrast(colour, inks[step] ?? "")).toBeGreaterThan(4.5);
  });

  it("keeps signed zero exactly neutral, and holds what exceeds the extent", () => {
    const { colours } = shades("signed", theme);
    expect(colours[shadeOf(0, "signed", 3)]).toBe(diverging(theme)(0));
    expect(colours[shadeOf(-9, "signed", 3)]).toBe(diverging(theme)(-1));
    expect(shadeOf(2, "probability", 1)).toBe(shadeOf(1, "probability", 1));
  });
});

describe("the extent of a signed scale", () => {
  it("is the largest absolute value, of what is not skipped", () => {
    const values = Float32Array.of(1, -3, 2, -1e9, Number.POSITIVE_INFINITY);
    expect(extentOf(values, (index) => index === 3)).toBe(3);
    expect(extentOf(new Float32Array())).toBe(0);
  });
  it("is not washed out by one outlier among many", () => {
    const values = Float32Array.from({ length: 1000 }, (_, index) => (index === 500 ? 900 : Math.sin(index)));
    expect(usualExtent(values)).toBeLessThanOrEqual(1);
    expect(usualExtent(Float32Array.of(-2, 1))).toBe(2);
    expect(usualExtent(new Float32Array())).toBe(0);
  });
});
