/** Lines over places, one for each row: the row under the pointer or the keyboard stands out and its point is read out. */
import { useMemo, useRef, useState } from "react";
import { full, significant } from "../geometry/format";
import { filledColumn, type LineChartLayout, lineChart, nearestPoint } from "../geometry/lineChart";
import { useTranslation } from "../i18n";
import type { GridCell } from "../ui/useGridCursor";
import { pagePalette, useFonts } from "../ui/usePaint";
import { useSize } from "../ui/useSize";
import { CanvasGrid } from "./CanvasGrid";
import { widest } from "./paint";
import "./line-chart.css";

interface Props {
  /** [rows, columns], row-major: a row is a line. */
  readonly data: Float32Array;
  readonly rowLabels: readonly string[];
  readonly columnLabels: readonly string[];
  /** Where each column stands along the axis, ascending; evenly where left out. */
  readonly columnPlaces?: readonly number[] | undefined;
  /** Places, all above 0, stand by their logarithm. */
  readonly logarithmic?: boolean | undefined;
  /** Accessible name; how to move is added. */
  readonly label: string;
  /** A row that stands out. */
  readonly selected: number | null;
  /** By a click or Enter; null lets it go. */
  readonly onSelect: (row: number | null) => void;
  /** CSS pixels; 240 unless told. */
  readonly height?: number | undefined;
  /** A place along the axis at which a line stands. */
  readonly mark?: number | null | undefined;
  /** Every line has its name at its end and a look of its own: for charts of a few lines. */
  readonly named?: boolean | undefined;
}

export function LineChart(props: Props) {
  const { t } = useTranslation();
  if (props.rowLabels.length === 0 || props.columnLabels.length === 0) {
    return <p className="figure-empty">{t("figure.empty")}</p>;
  }
  return <Chart {...props} />;
}

function Chart({
  data,
  rowLabels,
  columnLabels,
  columnPlaces: places,
  logarithmic,
  label,
  selected,
  onSelect,
  height = 240,
  named = false,
  mark = null,
}: Props) {
  const { t } = useTranslation();
  const outer = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const { width } = useSize(outer);
  const fonts = useFonts();
  const [read, setRead] = useState<GridCell | null>(null);
  const [rows, columns] = [rowLabels.length, columnLabels.length];
  // biome-ignore lint/correctness/useExhaustiveDependencies: a font that has come changes every width.
  const room = useMemo(() => {
    const font = `12px ${pagePalette().face}`;
    return { row: Math.min(named ? 170 : 110, widest(rowLabels, font)), column: widest(columnLabels, font) };
  }, [rowLabels, columnLabels, fonts, named]);
  const chart = useMemo(() => {
    const margin = { left: 46, right: room.row + 12, top: 8, bottom: 24 };
    return lineChart({ data, rows, columns, places, logarithmic, width, height, margin });
  }, [data, rows, columns, places, logarithmic, width, height, room]);
  /** A cell without a value stands for its line's nearest point. */
  const filled = ({ row, column }: GridCell) => ({ row, column: filledColumn(row, column, columns, data) });
  const lit = read?.row ?? selected;
  return (
    <div ref={outer} className="line-chart">
      <CanvasGrid
        element={grid}
        className="line-chart-area"
        style={{ height }}
        rows={rows}
        columns={columns}
        label={t("figure.matrix", { name: label, rows, columns })}
        selected={selected === null ? null : { row: selected, column: read?.column ?? 0 }}
        under={(point) => nearestPoint(point, chart, data)}
        boxOf={(cell) => {
          const { row, column } = filled(cell);
          return { x: chart.x(column) - 5, y: heightOf(chart, data, { row, column }) - 5, width: 10, height: 10 };
        }}
        describe={(cell) => {
          const { row, column } = filled(cell);
          return t("figure.chart.point", {
            row: rowLabels[row] ?? "",
            column: columnLabels[column] ?? "",
            value: full(data[row * columns + column] ?? 0),
          });
        }}
        onRead={(cell) => setRead(cell && filled(cell))}
        onPick={({ row }) => onSelect(row === selected ? null : row)}
      >
        <svg width={width} height={height} aria-hidden="true">
          <Axes chart={chart} columnLabels={columnLabels} labelWidth={room.column} width={width} height={height} />
          {mark === null ? null : (
            <path className="chart-mark" d={`M${chart.at(mark)} ${chart.plot.y}v${chart.plot.height}`} />
          )}
          {chart.paths.map((path, row) => (
            <path key={row} className={named ? `chart-line named-${row}` : "chart-line"} d={path} />
          ))}
          {named ? <Names chart={chart} data={data} rowLabels={rowLabels} /> : null}
          {lit === null ? null : <path className="chart-line lit" d={chart.paths[lit]} />}
          {lit === null || named ? null : (
            <text
              className="chart-name"
              x={chart.x(columns - 1) + 6}
              y={heightOf(chart, data, { row: lit, column: columns - 1 }) + 4}
            >
              {rowLabels[lit]}
            </text>
          )}
          {read ? (
            <circle className="chart-point" cx={chart.x(read.column)} cy={heightOf(chart, data, read)} r={4} />
          ) : null}
        </svg>
      </CanvasGrid>
    </div>
  );
}

/** The lines' names at their ends, moved apart where they would stand on one another. */
function Names({
  chart,
  data,
  rowLabels,
}: {
  readonly chart: LineChartLayout;
  readonly data: Float32Array;
  readonly rowLabels: readonly string[];
}) {
  const last = chart.columns - 1;
  const ends = rowLabels
    .map((text, row) => {
      const column = filledColumn(row, last, chart.columns, data);
      return { text, row, y: heightOf(chart, data, { row, column }) + 4 };
    })
    .sort((a, b) => a.y - b.y);
  const pitch = 14;
  let next = Number.NEGATIVE_INFINITY;
  return ends.map(({ text, row, y }, index) => {
    // Room for those below it, above the axis.
    const lowest = chart.plot.y + chart.plot.height - pitch * (ends.length - 1 - index);
    const place = Math.max(next, Math.min(y, lowest));
    next = place + pitch;
    return (
      <text key={row} className={`chart-name named-${row}`} x={chart.x(last) + 6} y={place}>
        {text}
      </text>
    );
  });
}

function heightOf(chart: LineChartLayout, data: Float32Array, { row, column }: GridCell): number {
  const value = data[row * chart.columns + column] ?? 0;
  // A line without any point yet stands on the axis.
  return chart.y(Number.isFinite(value) ? value : 0);
}

/** A label stands under its place, and at the edges as far within as it needs. */
function labelAt(at: number, widest: number, edge: number) {
  if (at - widest / 2 < 0) return { x: 0, style: { textAnchor: "start" } } as const;
  return at + widest / 2 > edge ? ({ x: edge, style: { textAnchor: "end" } } as const) : { x: at };
}

interface AxisLabel {
  readonly x: number;
  readonly text: string;
}

/** What stands at the lower axis: round numbers, or the columns that have room for a label of that width, the first one on. */
function axisLabels(chart: LineChartLayout, texts: readonly string[], labelWidth: number): readonly AxisLabel[] {
  if (chart.marks.length > 0)
    return chart.marks.map((mark) => ({ x: chart.at(mark), text: mark.toLocaleString("en") }));
  const found: AxisLabel[] = [];
  let free = Number.NEGATIVE_INFINITY;
  for (const [column, text] of texts.entries()) {
    const x = chart.x(column);
    if (x < free) continue;
    found.push({ x, text });
    free = x + labelWidth;
  }
  return found;
}

interface AxesProps {
  readonly chart: LineChartLayout;
  readonly columnLabels: readonly string[];
  readonly labelWidth: number;
  /** Of the whole chart. */
  readonly width: number;
  readonly height: number;
}

function Axes({ chart, columnLabels, labelWidth, width, height }: AxesProps) {
  const { plot } = chart;
  return (
    <>
      {chart.ticks.map((tick) => (
        <g key={tick}>
          <line
            className={tick === 0 ? "chart-grid zero" : "chart-grid"}
            x1={plot.x}
            x2={plot.x + plot.width}
            y1={chart.y(tick)}
            y2={chart.y(tick)}
          />
          <text className="chart-tick" x={plot.x - 6} y={chart.y(tick) + 4}>
            {tick === 0 ? "0" : Math.abs(tick) < 1e5 && Math.abs(tick) >= 0.01 ? String(tick) : significant(tick)}
          </text>
        </g>
      ))}
      {axisLabels(chart, columnLabels, labelWidth + 10).map(({ x, text }, index) => (
        <text key={index} className="chart-column" {...labelAt(x, labelWidth, width)} y={height - 6}>
          {text}
        </text>
      ))}
    </>
  );
}
