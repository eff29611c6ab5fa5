/** The numbers of every head, sorted by any of them. */
import { useMemo, useRef, useState } from "react";
import { inkOn, sequential, type Theme } from "../geometry/colour";
import { full, percent, weight } from "../geometry/format";
import { type HeadMetrics, type Metric, metrics, sortedByMetric } from "../geometry/headMetrics";
import { useTranslation } from "../i18n";
import { Tip } from "../ui/Tip";
import { useReadRows } from "./useReadRows";
import "./head-metrics.css";

export interface MetricRow {
  /** Unique in the table. */
  readonly id: string;
  /** The head's name. */
  readonly label: string;
  readonly metrics: HeadMetrics;
}

interface Props {
  readonly rows: readonly MetricRow[];
  /** Accessible name. */
  readonly label: string;
  readonly theme: Theme;
  readonly selected: string | null;
  readonly onSelect: (id: string) => void;
}

interface Sorting {
  readonly metric: Metric;
  readonly direction: "ascending" | "descending";
}

export function HeadMetricsTable({ rows, label, theme, selected, onSelect }: Props) {
  const { t } = useTranslation();
  const body = useRef<HTMLTableSectionElement>(null);
  // Unsorted, heads stand in the order of the model.
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const sorted = useMemo(
    () => (sorting ? sortedByMetric(rows, sorting.metric, sorting.direction) : rows),
    [rows, sorting],
  );
  const initial = sorted.findIndex(({ id }) => id === selected);
  const { read, row } = useReadRows(sorted.length, initial);
  if (rows.length === 0) return <p className="figure-empty">{t("figure.empty")}</p>;
  const sortBy = (metric: Metric) => {
    const again = sorting?.metric === metric && sorting.direction === "descending";
    setSorting({ metric, direction: again ? "ascending" : "descending" });
  };
  const name = (metric: Metric) => t(`figure.metric.${metric}`);
  const shown = read === null ? undefined : sorted[read];
  return (
    <div className="metrics">
      <table aria-label={label}>
        <thead>
          <tr>
            <th scope="col" aria-sort={sorting === null ? "ascending" : "none"}>
              <button type="button" onClick={() => setSorting(null)}>
                {t("figure.metric.head")}
              </button>
            </th>
            {metrics.map((metric) => (
              <th key={metric} scope="col" aria-sort={sorting?.metric === metric ? sorting.direction : "none"}>
                <button type="button" title={t(`figure.metric.${metric}.help`)} onClick={() => sortBy(metric)}>
                  {name(metric)}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {sorted.map(({ id, label: head, metrics: values }, index) => {
            const { onPointerEnter, onPointerLeave, ...roving } = row(index);
            return (
              <tr key={id} className={id === selected ? "chosen" : undefined} {...{ onPointerEnter, onPointerLeave }}>
                <th scope="row">
                  <button type="button" {...roving} aria-pressed={id === selected} onClick={() => onSelect(id)}>
                    {head}
                  </button>
                </th>
                {metrics.map((metric) => (
                  <Value key={metric} metric={metric} value={values[metric]} theme={theme} />
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
      {shown ? (
        <Tip anchor={() => body.current?.children[read ?? 0]?.getBoundingClientRect() ?? null}>
          {shown.label}
          <span className="figure-list">
            {metrics.map((metric) => {
              const value = shown.metrics[metric];
              return (
                <span key={metric}>
                  {t("figure.part", { name: name(metric), value: value === null ? "–" : full(value) })}
                </span>
              );
            })}
          </span>
        </Tip>
      ) : null}
    </div>
  );
}

interface ValueProps {
  readonly metric: Metric;
  readonly value: number | null;
  readonly theme: Theme;
}

/** Shares are coloured as weights are; entropy and distance have no common end of their scale. */
function Value({ metric, value, theme }: ValueProps) {
  if (value === null) return <td className="number">–</td>;
  if (metric === "entropy" || metric === "distance") return <td className="number">{weight(value)}</td>;
  const background = sequential(theme)(value);
  return (
    <td className="number" style={{ background, color: inkOn(background) }}>
      {percent(value)}
    </td>
  );
}
