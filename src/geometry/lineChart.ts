/** A chart of lines over places: where its points stand, and which is nearest. Pure; lengths in CSS pixels. */
import { leastIndex, line, range, scaleLinear } from "d3";
import type { Box, Point } from "./matrixLayout";

export interface LineChartRoom {
  /** [rows, columns], row-major: a row is a line. */
  readonly data: Float32Array;
  readonly rows: number;
  readonly columns: number;
  /** Where each column stands along the axis, ascending, such as steps of training; evenly where left out. */
  readonly places?: readonly number[] | undefined;
  readonly width: number;
  readonly height: number;
  /** Widths of the margins. */
  readonly margin: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
}

export interface LineChartLayout {
  readonly columns: number;
  readonly plot: Box;
  readonly x: (column: number) => number;
  /** Where a place along the axis stands. */
  readonly at: (place: number) => number;
  readonly y: (value: number) => number;
  /** Values at the left axis. */
  readonly ticks: readonly number[];
  /** SVG path data of each row. */
  readonly paths: readonly string[];
}

/** The values' range, with zero in it, at round numbers. */
export function lineChart({ data, rows, columns, places, width, height, margin }: LineChartRoom): LineChartLayout {
  const plot = {
    x: margin.left,
    y: margin.top,
    width: Math.max(0, width - margin.left - margin.right),
    height: Math.max(0, height - margin.top - margin.bottom),
  };
  let [low, high] = [0, 0];
  for (const value of data) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  const along = places ?? range(columns);
  const [start = 0, end = 0] = [along[0], along.at(-1)];
  const place = scaleLinear([start, end > start ? end : start + 1], [plot.x, plot.x + plot.width]);
  const level = scaleLinear([low, high === low ? low + 1 : high], [plot.y + plot.height, plot.y]).nice(5);
  const x = (column: number) => place(along[column] ?? start);
  const draw = line<number>(
    (_, column) => x(column),
    (value) => level(value),
  );
  const paths = Array.from(
    { length: rows },
    (_, row) => draw([...data.subarray(row * columns, (row + 1) * columns)]) ?? "",
  );
  return { columns, plot, x, at: place, y: level, ticks: level.ticks(5), paths };
}

/** The point nearest to `point`, among those of its column; `reach` pixels away at most. */
export function nearestPoint(
  point: Point,
  { columns, plot, x, y }: LineChartLayout,
  data: Float32Array,
  reach = 24,
): { readonly row: number; readonly column: number } | null {
  if (columns === 0 || point.x < plot.x - reach || point.x > plot.x + plot.width + reach) return null;
  const column = leastIndex(range(columns), (a, b) => Math.abs(x(a) - point.x) - Math.abs(x(b) - point.x)) ?? 0;
  let best: number | null = null;
  let least = reach;
  for (let row = 0; row * columns < data.length; row++) {
    const distance = Math.abs(y(data[row * columns + column] ?? 0) - point.y);
    if (distance > least) continue;
    best = row;
    least = distance;
  }
  return best === null ? null : { row: best, column };
}
