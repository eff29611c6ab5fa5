/** A plane of points in a rectangle, one scale for both directions, so that distances are true. Pure; CSS pixels. */
import { scaleLinear } from "d3";

export interface PlaneLayout {
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
}

/** `points` [N, 2], row-major, fill `width` by `height` but for `margin` on every side. Up is positive. */
export function planeLayout(points: Float32Array, width: number, height: number, margin: number): PlaneLayout {
  const range = (axis: 0 | 1) => {
    let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let at = axis; at < points.length; at += 2) {
      low = Math.min(low, points[at] ?? 0);
      high = Math.max(high, points[at] ?? 0);
    }
    return low <= high ? { middle: (low + high) / 2, length: high - low } : { middle: 0, length: 0 };
  };
  const [across, up] = [range(0), range(1)];
  const room = { x: Math.max(1, width - 2 * margin), y: Math.max(1, height - 2 * margin) };
  // Units a pixel: of the direction that needs more.
  const unit = Math.max(across.length / room.x, up.length / room.y) || 1;
  const scale = (middle: number, length: number, sign: 1 | -1) =>
    scaleLinear([middle - (unit * length) / 2, middle + (unit * length) / 2], sign === 1 ? [0, length] : [length, 0]);
  return { x: scale(across.middle, width, 1), y: scale(up.middle, height, -1) };
}
