import { describe, expect, it } from "vitest";
import { pca } from "./pca";

/** Points along two known directions: `far` times the first, `near` times the second. */
function plane(scales: readonly (readonly [number, number])[], first: readonly number[], second: readonly number[]) {
  return Float32Array.from(
    scales.flatMap(([far, near]) => first.map((x, c) => 10 + far * x + near * (second[c] ?? 0))),
  );
}
const scales = [
  [-4, 1],
  [-2, -1],
  [2, -1],
  [4, 1],
] as const;

describe("PCA to two dimensions", () => {
  it("finds the directions by the covariance, with their shares of the variance", () => {
    // More points than dimensions. Variances along the axes: 40 and 4.
    const { points, explained } = pca(plane(scales, [0.6, 0.8], [-0.8, 0.6]), 2);
    expect(explained[0]).toBeCloseTo(40 / 44, 6);
    expect(explained[1]).toBeCloseTo(4 / 44, 6);
    // The largest component of each direction is positive: (0.6, 0.8) and (0.8, −0.6).
    expect([...points].map((value) => Math.round(value * 1e4) / 1e4)).toEqual([-4, -1, -2, 1, 2, 1, 4, -1]);
  });

  it("finds the same by the Gram matrix, where there are more dimensions than points", () => {
    const first = [0.6, 0, 0.8, 0, 0, 0];
    const second = [0, 0, 0, 0, 1, 0];
    const { points, explained } = pca(plane(scales, first, second), 6);
    expect(explained[0] + explained[1]).toBeCloseTo(1, 6);
    expect([...points].map((value) => Math.round(value * 1e4) / 1e4)).toEqual([-4, 1, -2, -1, 2, -1, 4, 1]);
  });

  it("keeps as much variance as it says, and its axes are not correlated", () => {
    const vectors = Float32Array.from({ length: 30 * 7 }, (_, i) => Math.sin(i * 1.7) + (i % 7) * Math.cos(i * 0.3));
    const { points, explained } = pca(vectors, 7);
    let [xx, yy, xy, all] = [0, 0, 0, 0];
    for (let n = 0; n < 30; n++) {
      const [x, y] = [points[n * 2] ?? 0, points[n * 2 + 1] ?? 0];
      xx += x * x;
      yy += y * y;
      xy += x * y;
    }
    for (let c = 0; c < 7; c++) {
      const column = Array.from({ length: 30 }, (_, n) => vectors[n * 7 + c] ?? 0);
      const mean = column.reduce((sum, value) => sum + value, 0) / 30;
      all += column.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    }
    expect(xx / all).toBeCloseTo(explained[0], 5);
    expect(yy / all).toBeCloseTo(explained[1], 5);
    expect(Math.abs(xy) / all).toBeLessThan(1e-6);
  });

  it("is the same again, and stands still where nothing varies", () => {
    const vectors = plane(scales, [0.6, 0.8], [-0.8, 0.6]);
    expect(pca(vectors, 2)).toEqual(pca(vectors, 2));
    expect(pca(new Float32Array(12).fill(3), 4)).toEqual({ points: new Float32Array(6), explained: [0, 0] });
    expect(pca(Float32Array.of(1, 2), 2).explained).toEqual([0, 0]);
  });

  it("does not keep a reader waiting at 64 tokens, 25 layers and width 768", () => {
    const vectors = Float32Array.from({ length: 64 * 25 * 768 }, (_, i) => Math.sin(i * i * 0.37));
    // Of the processor's time, for the machine may be busy with other things.
    const before = process.cpuUsage();
    pca(vectors, 768);
    const { user } = process.cpuUsage(before);
    expect(user / 1000).toBeLessThan(1500);
  });
});
