/** A chart of a share against a number, each point with its spread. Pure; lengths in CSS pixels. */
import { area, line, scaleLinear, scaleLog } from "d3";
import type { Box } from "./matrixLayout";

export interface SpreadPoint {
  readonly at: number;
  /** In [0, 1], as all that follows. */
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

interface Room {
  readonly width: number;
  readonly height: number;
  readonly margin: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
  /** Every place along the axis that has a point; above 0 for a logarithmic axis. */
  readonly places: readonly number[];
  readonly logarithmic: boolean;
}

export interface SpreadLayout {
  readonly plot: Box;
  readonly x: (at: number) => number;
  readonly y: (share: number) => number;
  /** SVG path data through the means, and around the spread. */
  readonly lineOf: (points: readonly SpreadPoint[]) => string;
  readonly bandOf: (points: readonly SpreadPoint[]) => string;
}

export function spreadChart({ width, height, margin, places, logarithmic }: Room): SpreadLayout {
  const plot = {
    x: margin.left,
    y: margin.top,
    width: Math.max(0, width - margin.left - margin.right),
    height: Math.max(0, height - margin.top - margin.bottom),
  };
  const [first, last] = [Math.min(...places), Math.max(...places)];
  // A single place stands in the middle.
  const domain = first === last ? [first / 2, first * 1.5] : [first, last];
  const x = (logarithmic ? scaleLog() : scaleLinear()).domain(domain).range([plot.x, plot.x + plot.width]);
  const y = scaleLinear([0, 1], [plot.y + plot.height, plot.y]);
  const through = line<SpreadPoint>(
    ({ at }) => x(at),
    ({ mean }) => y(mean),
  );
  const around = area<SpreadPoint>(
    ({ at }) => x(at),
    ({ low }) => y(low),
    ({ high }) => y(high),
  );
  return { plot, x, y, lineOf: (points) => through(points) ?? "", bandOf: (points) => around(points) ?? "" };
}
