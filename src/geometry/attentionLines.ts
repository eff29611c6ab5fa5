/** Lines between two columns of tokens: queries at the left, keys at the right. Pure; lengths in CSS pixels. */
import type { Point } from "./matrixLayout";

export interface LinesLayout {
  readonly queries: number;
  readonly keys: number;
  readonly rowHeight: number;
  /** Of the room between the columns. */
  readonly width: number;
  readonly height: number;
}

export interface Pair {
  readonly query: number;
  readonly key: number;
}

/** From how many tokens on rows are dense. */
const many = 24;

export function linesLayout(queries: number, keys: number, width: number): LinesLayout {
  const most = Math.max(queries, keys);
  const rowHeight = most > many ? 24 : 30;
  return { queries, keys, rowHeight, width, height: most * rowHeight };
}

/** Where a token's line begins or ends. */
export function lineEnd(index: number, { rowHeight }: LinesLayout): number {
  return (index + 0.5) * rowHeight;
}

/** Weights below this are not drawn: a hundredth is a line that nobody sees. */
export const leastWeight = 0.01;

/** 0.5 px for the least weight, 6 px for all of it. */
export function lineWidth(weight: number): number {
  return 0.5 + 5.5 * Math.min(1, Math.max(0, weight));
}

/**
 * The line at most `reach` pixels from a point, the heaviest where several are; null where there is none.
 * `weights` [Q, K], row-major; `shown` leaves lines out that are not drawn.
 */
export function lineAt(
  point: Point,
  layout: LinesLayout,
  weights: Float32Array,
  shown: (pair: Pair) => boolean,
  reach = 4,
): Pair | null {
  const share = point.x / layout.width;
  if (share < 0 || share > 1) return null;
  let best: Pair | null = null;
  let heaviest = leastWeight;
  for (let query = 0; query < layout.queries; query++) {
    const from = lineEnd(query, layout);
    for (let key = 0; key < layout.keys; key++) {
      const weight = weights[query * layout.keys + key] ?? 0;
      if (weight < heaviest || !shown({ query, key })) continue;
      const rise = lineEnd(key, layout) - from;
      // The distance along the vertical, times the cosine of the slope.
      const distance = Math.abs(from + rise * share - point.y) * (layout.width / Math.hypot(layout.width, rise));
      if (distance > Math.max(reach, lineWidth(weight) / 2)) continue;
      best = { query, key };
      heaviest = weight;
    }
  }
  return best;
}
