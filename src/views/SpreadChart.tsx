/**
 * Shares against a number, a line for each series, each point with its spread, and the level of pure chance. A picture
 * only: whoever shows it puts a table with the numbers below it.
 */
import { useRef } from "react";
import { type SpreadPoint, spreadChart } from "../geometry/spreadChart";
import { useSize } from "../ui/useSize";
import "./spread-chart.css";

export interface Series {
  readonly name: string;
  /** Ascending along the axis. */
  readonly points: readonly (SpreadPoint & {
    /** Of the single runs, each a dot. */
    readonly singles?: readonly number[] | undefined;
  })[];
}

interface Props {
  /** Three at most: each has a colour and a dash of its own. */
  readonly series: readonly Series[];
  /** Accessible name. */
  readonly label: string;
  /** What stands along the axis. */
  readonly axis: string;
  /** Ten times as much is as far everywhere. */
  readonly logarithmic?: boolean | undefined;
  /** The spread as a band; else a bar at each point. */
  readonly band?: boolean | undefined;
  /** Share in [0, 1] that guessing reaches, and its name. */
  readonly chance: { readonly share: number; readonly name: string };
}

const height = 260;
const margin = { left: 46, right: 14, top: 10, bottom: 40 };
const levels = [0, 0.25, 0.5, 0.75, 1];

export function SpreadChart({ series, label, axis, logarithmic = false, band = false, chance }: Props) {
  const outer = useRef<HTMLElement>(null);
  const { width } = useSize(outer);
  const places = [...new Set(series.flatMap(({ points }) => points.map(({ at }) => at)))].sort((a, b) => a - b);
  const { plot, x, y, lineOf, bandOf } = spreadChart({ width, height, margin, places, logarithmic });
  const [right, bottom] = [plot.x + plot.width, plot.y + plot.height];
  return (
    <figure ref={outer} className="spread-chart">
      {width > 0 && places.length > 0 ? (
        <svg width={width} height={height} role="img" aria-label={label}>
          {levels.map((level) => (
            <g key={level}>
              <line className="spread-grid" x1={plot.x} x2={right} y1={y(level)} y2={y(level)} />
              <text className="spread-tick" x={plot.x - 6} y={y(level)} dy="0.35em" textAnchor="end">
                {100 * level} %
              </text>
            </g>
          ))}
          {places.map((place) => (
            <text key={place} className="spread-tick" x={x(place)} y={bottom + 16} textAnchor="middle">
              {place.toLocaleString("en")}
            </text>
          ))}
          <text className="spread-axis" x={plot.x + plot.width / 2} y={bottom + 34} textAnchor="middle">
            {axis}
          </text>
          <line className="spread-chance" x1={plot.x} x2={right} y1={y(chance.share)} y2={y(chance.share)} />
          {series.map(({ name, points }, index) => (
            <g key={name} className={`spread-series series-${index}`}>
              {band ? <path className="spread-band" d={bandOf(points)} /> : null}
              <path className="spread-line" d={lineOf(points)} />
              {points.map(({ at, mean, low, high, singles = [] }) => (
                <g key={at}>
                  {band ? null : <line className="spread-bar" x1={x(at)} x2={x(at)} y1={y(low)} y2={y(high)} />}
                  {singles.map((single, run) => (
                    <circle key={run} className="spread-single" cx={x(at)} cy={y(single)} r={2.5} />
                  ))}
                  <circle className="spread-mean" cx={x(at)} cy={y(mean)} r={band ? 3.5 : 4} />
                </g>
              ))}
            </g>
          ))}
        </svg>
      ) : null}
      <figcaption>
        <ul className="spread-legend">
          {series.map(({ name }, index) => (
            <li key={name} className={`spread-series series-${index}`}>
              <Key className="spread-line" /> {name}
            </li>
          ))}
          <li>
            <Key className="spread-chance" /> {chance.name}
          </li>
        </ul>
      </figcaption>
    </figure>
  );
}

/** A piece of a line, for the legend. */
function Key({ className }: { readonly className: string }) {
  return (
    <svg width={24} height={8} aria-hidden="true">
      <path className={className} d="M0,4H24" />
    </svg>
  );
}
