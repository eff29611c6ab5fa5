import { describe, expect, it } from "vitest";
import { planeLayout } from "./projection";

describe("a plane of points", () => {
  it("fills the room of the direction that needs more, with the same scale in the other", () => {
    const { x, y } = planeLayout(Float32Array.of(-2, 0, 2, 1), 220, 120, 10);
    expect(x(-2)).toBeCloseTo(10, 6);
    expect(x(2)).toBeCloseTo(210, 6);
    expect(x(2) - x(-2)).toBeCloseTo(4 * (y(0) - y(1)), 10);
    expect(y(0.5)).toBeCloseTo(60, 10);
    expect(y(1)).toBeLessThan(y(0));
  });
  it("has a middle for one point, and for none", () => {
    const one = planeLayout(Float32Array.of(7, 7), 100, 60, 10);
    expect([one.x(7), one.y(7)]).toEqual([50, 30]);
    expect(planeLayout(new Float32Array(), 100, 60, 10).x(0)).toBe(50);
  });
});
