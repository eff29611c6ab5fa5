/** A chart of lines over places: where its points stand, and which is nearest. Pure; lengths in CSS pixels. */
import { leastIndex, line, range, scaleLinear, scaleLog } from "d3";
import type { Box, Point } from "./matrixLayout";

export interface LineChartRoom {
  /** [rows, columns], row-major: a row is a line. Where it is NaN the line has no point, and goes on from the one before. */
  readonly data: Float32Array;
  readonly rows: number;
  readonly columns: number;
  /** Where each column stands along the axis, ascending, such as steps of training; evenly where left out. */
  readonly places?: readonly number[] | undefined;
  /** Places, all above 0, stand by their logarithm. */
  readonly logarithmic?: boolean | undefined;
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
  /** Round places at the lower axis; none where columns stand evenly. */
  readonly marks: readonly number[];
  /** SVG path data of each row. */
  readonly paths: readonly string[];
}

/** That a number at the lower axis needs, CSS pixels. */
const markWidth = 70;

/** The values' range, with zero in it, at round numbers. */
export function lineChart(room: LineChartRoom): LineChartLayout {
  const { data, rows, columns, places, logarithmic = false, width, height, margin } = room;
  const plot = {
    x: margin.left,
    y: margin.top,
    width: Math.max(0, width - margin.left - margin.right),
    height: Math.max(0, height - margin.top - margin.bottom),
  };
  let [low, high] = [0, 0];
  for (const value of data) {
    if (!Number.isFinite(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  const along = places ?? range(columns);
  const [start = 0, end = 0] = [along[0], along.at(-1)];
  const scale = logarithmic ? scaleLog : scaleLinear;
  const place = scale([start, end > start ? end : start + 1], [plot.x, plot.x + plot.width]);
  const level = scaleLinear([low, high === low ? low + 1 : high], [plot.y + plot.height, plot.y]).nice(5);
  const x = (column: number) => place(along[column] ?? start);
  const draw = line();
  const paths = Array.from({ length: rows }, (_, row) => {
    const own = [...data.subarray(row * columns, (row + 1) * columns)];
    return (
      draw(
        own.flatMap((value, column) => (Number.isFinite(value) ? [[x(column), level(value)] as [number, number]] : [])),
      ) ?? ""
    );
  });
  const round = (at: number) => Number.isInteger(logarithmic ? Math.log10(at) : at) && at <= end;
  const marks = places ? place.ticks(Math.min(8, Math.max(2, plot.width / markWidth))).filter(round) : [];
  return { columns, plot, x, at: place, y: level, ticks: level.ticks(5), marks, paths };
}

/** The column nearest to `column` at which the row has a point; `column` where it has none at all. */
export function filledColumn(row: number, column: number, columns: number, data: Float32Array): number {
  const has = (at: number) => at >= 0 && at < columns && Number.isFinite(data[row * columns + at]);
  for (let away = 0; away < columns; away++) {
    if (has(column - away)) return column - away;
    if (has(column + away)) return column + away;
  }
  return column;
}

/** The point nearest to `point`, of every line the one nearest to its column; `reach` pixels away at most. */
export function nearestPoint(
  point: Point,
  { columns, plot, x, y }: LineChartLayout,
  data: Float32Array,
  reach = 24,
): { readonly row: number; readonly column: number } | null {
  if (columns === 0 || point.x < plot.x - reach || point.x > plot.x + plot.width + reach) return null;
  const column = leastIndex(range(columns), (a, b) => Math.abs(x(a) - point.x) - Math.abs(x(b) - point.x)) ?? 0;
  let best: { readonly row: number; readonly column: number } | null = null;
  let least = reach;
  for (let row = 0; row * columns < data.length; row++) {
    const own = filledColumn(row, column, columns, data);
    const distance = Math.abs(y(data[row * columns + own] ?? 0) - point.y);
    if (!(distance <= least)) continue;
    best = { row, column: own };
    least = distance;
  }
  return best;
}
