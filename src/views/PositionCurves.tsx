/**
 * The positional encoding: every position's vector as a row of a heatmap, and dimensions as curves over the positions. A
 * column of the heatmap is a curve; choosing one shows it among the others.
 */
import { type ReactNode, type RefObject, useMemo, useRef, useState } from "react";
import type { Theme } from "../geometry/colour";
import { extentOf } from "../geometry/shades";
import { useTranslation } from "../i18n";
import { ColourLegend } from "./ColourLegend";
import { LineChart } from "./LineChart";
import { MatrixView } from "./MatrixView";

interface Props {
  /** [T, C], row-major. */
  readonly encoding: Float32Array;
  readonly positions: number;
  /** Accessible name. */
  readonly label: string;
  readonly theme: Theme;
  readonly selected: number | null;
  readonly onSelect: (dimension: number | null) => void;
  /** Stands under each of both figures, to save it. */
  readonly save?: (part: "heatmap" | "curves", figure: RefObject<HTMLElement | null>) => ReactNode;
}

/** Curves that are drawn beside the chosen one; more are a thicket. */
const most = 8;

export function PositionCurves({ encoding, positions, label, theme, selected, onSelect, save }: Props) {
  const { t } = useTranslation();
  const [heatmap, lines] = [useRef<HTMLDivElement>(null), useRef<HTMLDivElement>(null)];
  const [read, setRead] = useState<number | null>(null);
  const width = positions > 0 ? encoding.length / positions : 0;
  const [rows, columns] = useMemo(() => [numbers(positions), numbers(width)], [positions, width]);
  const extent = useMemo(() => extentOf(encoding), [encoding]);
  const chosen = read ?? selected;
  const shown = useMemo(() => {
    const even = Array.from({ length: Math.min(most, width) }, (_, index) =>
      Math.floor((index * width) / Math.min(most, width)),
    );
    return chosen === null || even.includes(chosen) ? even : [...even, chosen].sort((a, b) => a - b);
  }, [width, chosen]);
  const curves = useMemo(
    () => Float32Array.from(shown.flatMap((dimension) => rows.map((_, row) => encoding[row * width + dimension] ?? 0))),
    [shown, rows, encoding, width],
  );
  const names = useMemo(() => shown.map((dimension) => t("figure.dimension", { dimension })), [shown, t]);
  const place = chosen === null ? -1 : shown.indexOf(chosen);
  return (
    <div>
      <div ref={heatmap}>
        <MatrixView
          data={encoding}
          rowLabels={rows}
          columnLabels={columns}
          numbered
          scale="signed"
          extent={extent}
          density="compact"
          label={label}
          theme={theme}
          axes={{ rows: t("figure.position"), columns: t("figure.dimensions") }}
          regions={chosen === null ? undefined : [{ column: chosen }]}
          onPin={(cell) => onSelect(cell === null || cell.column === selected ? null : cell.column)}
          onHover={(cell) => setRead(cell?.column ?? null)}
        />
        <ColourLegend scale="signed" extent={extent} />
      </div>
      {save?.("heatmap", heatmap)}
      <div ref={lines}>
        <LineChart
          data={curves}
          rowLabels={names}
          columnLabels={rows}
          label={t("figure.curves", { name: label })}
          selected={place < 0 ? null : place}
          onSelect={(row) => onSelect(row === null ? null : (shown[row] ?? null))}
          height={200}
        />
      </div>
      {save?.("curves", lines)}
    </div>
  );
}

function numbers(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => String(index));
}
