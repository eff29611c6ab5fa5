import { describe, expect, it } from "vitest";
import type { Point } from "../../model/training/progress";
import { withPoint } from "./curve";

const score = { loss: 1, accuracy: 0.5, exact: 0 };
const point = (step: number): Point => ({ step, loss: 2, rate: 0.1, scores: { trained: score, heldOut: score } });

describe("a curve", () => {
  it("thins its older points, keeps the last, and tells of a step once", () => {
    let points: readonly Point[] = [];
    for (let step = 0; step < 1000; step++) points = withPoint(points, point(step));
    expect(points.length).toBeLessThanOrEqual(160);
    expect(points.at(-1)?.step).toBe(999);
    expect(withPoint(points, point(999)).length).toBe(points.length);
    expect(withPoint(points, { ...point(1000), scores: null })).toBe(points);
  });
});
