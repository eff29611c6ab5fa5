/**
 * Every head of every layer as a thumbnail (the "model view" of BertViz, https://arxiv.org/abs/1906.05714), or as one
 * number a head. All on one canvas, so that 12 layers of 12 heads at 64 tokens cost a pointer move nothing but a frame.
 */
import { useCallback, useMemo, useRef, useState } from "react";
import type { Theme } from "../geometry/colour";
import { full } from "../geometry/format";
import { type HeadPlace, headBox, headGridLayout, widestHeadGrid } from "../geometry/headGrid";
import { cellAt, fullSize } from "../geometry/matrixLayout";
import { useTranslation } from "../i18n";
import { type Paint, pagePalette, useFonts, usePaint } from "../ui/usePaint";
import { useSize } from "../ui/useSize";
import { CanvasGrid } from "./CanvasGrid";
import { Frame } from "./Frame";
import { HeadSwitches } from "./HeadSwitches";
import { type HeadRow, type HeadValues, paintHeads } from "./headGridPaint";
import { widest } from "./paint";
import "./head-grid.css";

export type { HeadPlace } from "../geometry/headGrid";
export type { HeadRow } from "./headGridPaint";

/** Kept between renders, for a new one draws every switch again. */
export interface HeadSwitching {
  /** Accessible name of all switches. */
  readonly label: string;
  /** Accessible name of one. */
  readonly nameOf: (place: HeadPlace) => string;
  readonly onSwitch: (place: HeadPlace) => void;
}

interface Props {
  readonly rows: readonly HeadRow[];
  /** Shown instead of the patterns: effects of each head, for example. */
  readonly values?: HeadValues | null | undefined;
  /** What the values are, for their readout. */
  readonly valueName?: string | undefined;
  /** Accessible name; how to move is added. */
  readonly label: string;
  readonly theme: Theme;
  readonly selected: HeadPlace | null;
  /** By a click or Enter. */
  readonly onSelect: (place: HeadPlace) => void;
  /** Crossed out. */
  readonly off: readonly HeadPlace[];
  /** With a switch under each head, and by space while the keyboard is on one. */
  readonly switches?: HeadSwitching | undefined;
  readonly onHover?: ((place: HeadPlace | null) => void) | undefined;
}

export function HeadGrid(props: Props) {
  const { t } = useTranslation();
  if (props.rows.length === 0) return <p className="figure-empty">{t("figure.empty")}</p>;
  return <Grid {...props} />;
}

function Grid({ rows, values = null, valueName, label, theme, selected, onSelect, off, switches, onHover }: Props) {
  const { t } = useTranslation();
  const outer = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const drawn = useRef<HTMLDivElement>(null);
  const [sheet] = useState(() => document.createElement("canvas"));
  const { width } = useSize(outer);
  const fonts = useFonts();
  const [read, setRead] = useState<{ row: number; column: number } | null>(null);
  const heads = Math.max(...rows.map((row) => row.heads));
  // biome-ignore lint/correctness/useExhaustiveDependencies: a font that has come changes the width of the names.
  const left = useMemo(() => {
    const font = `400 12px ${pagePalette().face}`;
    return (
      widest(
        rows.map((row) => row.label),
        font,
      ) + 14
    );
  }, [rows, fonts]);
  const switched = switches !== undefined;
  const layers = rows.length;
  const layout = useMemo(
    () => headGridLayout({ layers, heads, width, left, switched }),
    [layers, heads, width, left, switched],
  );
  const shape = rows.map((row) => row.heads).join();
  const counts = useMemo(() => shape.split(",").map(Number), [shape]);
  const size = fullSize(layout);
  const [chosenRow, chosenHead] = selected ? [selected.row, selected.head] : [null, null];
  const chosen = useMemo(
    () => (chosenRow === null ? null : { row: chosenRow, column: chosenHead }),
    [chosenRow, chosenHead],
  );

  const drawHeads = useCallback<Paint>(
    (context, palette) => paintHeads(context, palette, { rows, values, layout, theme, off, sheet }),
    [rows, values, layout, theme, off, sheet],
  );
  usePaint(drawn, size.width, size.height, theme, drawHeads);
  const place = (cell: { readonly row: number; readonly column: number }) => ({ row: cell.row, head: cell.column });
  const exists = (cell: { readonly row: number; readonly column: number }) =>
    cell.column < (rows[cell.row]?.heads ?? 0);
  return (
    <div ref={outer} className="head-grid" style={{ width: widestHeadGrid(heads, left) }}>
      <CanvasGrid
        element={grid}
        className="head-grid-cells"
        style={size}
        rows={layers}
        columns={heads}
        label={t(switched ? "figure.heads.switched" : "figure.heads", { name: label, layers, heads })}
        selected={chosen}
        under={(point) => {
          const cell = cellAt(point, layout);
          return cell && exists(cell) ? cell : null;
        }}
        boxOf={(cell) => headBox(cell, layout)}
        describe={(cell) => {
          const isOff = off.some(({ row, head }) => row === cell.row && head === cell.column);
          const name = t(isOff ? "figure.headOff" : "figure.head", {
            layer: rows[cell.row]?.label ?? "",
            head: cell.column + 1,
          });
          if (!values) return name;
          const value = values.data[cell.row * heads + cell.column] ?? Number.NaN;
          if (Number.isNaN(value)) return t("figure.untried", { name });
          return t("figure.named", { name, what: valueName ?? "", value: full(value) });
        }}
        onRead={(cell) => {
          setRead(cell);
          onHover?.(cell && place(cell));
        }}
        onPick={(cell) => exists(cell) && onSelect(place(cell))}
        onKey={({ key }, cell) => {
          if (key !== " " || !switches || !exists(cell)) return false;
          switches.onSwitch(place(cell));
          return true;
        }}
      >
        <div ref={drawn} className="painted" aria-hidden="true" />
        {chosen ? <Frame box={headBox(chosen, layout)} tone="chosen" /> : null}
        {read ? <Frame box={headBox(read, layout)} tone="read" /> : null}
      </CanvasGrid>
      {switches ? <HeadSwitches counts={counts} layout={layout} off={off} {...switches} /> : null}
    </div>
  );
}
