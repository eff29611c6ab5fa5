/** The points of a curve, as many as a chart can show. */
import type { Point } from "../../model/training/progress";

const most = 160;

/** Points with scores, one more; where they grow too many every second of the older ones goes. */
export function withPoint(points: readonly Point[], point: Point): readonly Point[] {
  if (point.scores === null) return points;
  // A pause and what follows it may tell of the same step.
  const before = points.at(-1)?.step === point.step ? points.slice(0, -1) : points;
  const thinned = before.length >= most ? before.filter((_, index) => index % 2 === 0) : before;
  return [...thinned, point];
}
