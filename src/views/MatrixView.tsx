/**
 * A matrix of real numbers on a canvas: only the cells in sight are drawn, so its size does not matter. One stop of the
 * Tab key, arrow keys within; what is under the pointer or the focus is read out in full. Knows nothing of what its
 * numbers mean: attention patterns, activations, similarities and effects are all shown with it.
 */
import { type ReactNode, useCallback, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { Theme } from "../geometry/colour";
import { full } from "../geometry/format";
import {
  boxOf,
  cellAt,
  type Density,
  fullSize,
  type MatrixCell,
  type Point,
  type Region,
  scrolledTo,
  windowSize,
} from "../geometry/matrixLayout";
import { extentOf, type Scale, shades } from "../geometry/shades";
import { useTranslation } from "../i18n";
import { scrollBarThickness } from "../ui/scrollBar";
import { type Paint, usePaint } from "../ui/usePaint";
import { useSize } from "../ui/useSize";
import { CanvasGrid } from "./CanvasGrid";
import { MatrixMarks } from "./MatrixMarks";
import { paintCells, paintLabels } from "./matrixPaint";
import { useMatrixLayout } from "./useMatrixLayout";
import "./matrix.css";

export interface MatrixProps {
  /** [rows, columns], row-major. */
  readonly data: Float32Array;
  readonly rowLabels: readonly string[];
  readonly columnLabels: readonly string[];
  /** Accessible name; how to move is added. */
  readonly label: string;
  readonly theme: Theme;
  /** `signed` is centred on zero, `probability` runs from 0 to the extent. */
  readonly scale: Scale;
  /** The largest absolute value that the colours show: of the data for `signed` and 1 for `probability`, unless told. */
  readonly extent?: number | undefined;
  /** Column labels are numbers in order, of which some may be left out. */
  readonly numbered?: boolean | undefined;
  /** Cells that are hatched and not valued. */
  readonly masked?: ((cell: MatrixCell) => boolean) | undefined;
  /** What stands in a cell instead of its number. */
  readonly text?: ((cell: MatrixCell) => string) | undefined;
  /** Smallest cell that holds its text, CSS pixels. */
  readonly reading?: { readonly width: number; readonly height: number } | undefined;
  /** `all` is the reader's own choice, by a button under a matrix that is cropped. */
  readonly density?: Exclude<Density, "all"> | undefined;
  /** Without column labels, for it stands under a matrix that has them. */
  readonly bare?: boolean | undefined;
  /** Of the row labels, CSS pixels: the same in matrices whose columns stand under each other. */
  readonly labelWidth?: number | undefined;
  /** The width that there is, CSS pixels; measured where it is not told, which costs a second drawing. */
  readonly room?: number | undefined;
  /** CSS pixels; what is higher scrolls. */
  readonly maxHeight?: number | undefined;
  /** What the axes are, written over the matrix. */
  readonly axes?: { readonly rows: string; readonly columns: string } | undefined;
  /** Framed: the row and the column that a result was made from, for example. */
  readonly regions?: readonly Region[] | undefined;
  readonly pinned?: MatrixCell | null | undefined;
  /** The cell under the pointer or the keyboard's focus; null when both have left. */
  readonly onHover?: ((cell: MatrixCell | null) => void) | undefined;
  /** By a click, Enter or space; null by Escape. */
  readonly onPin?: ((cell: MatrixCell | null) => void) | undefined;
  /** A cell in words; `value` is in full. */
  readonly describe?: ((cell: MatrixCell, value: string) => string) | undefined;
  /** What the tip shows under these words. */
  readonly detail?: ((cell: MatrixCell) => ReactNode) | undefined;
}

const none: readonly Region[] = [];
/** In the place of an element whose size is known. */
const unmeasured = { current: null };
const numberCell = { width: 46, height: 30 };

export function MatrixView(props: MatrixProps) {
  const { t } = useTranslation();
  if (props.rowLabels.length === 0 || props.columnLabels.length === 0) {
    return <p className="figure-empty">{t("figure.empty")}</p>;
  }
  return <Matrix {...props} />;
}

function Matrix(props: MatrixProps) {
  const { data, rowLabels, columnLabels, theme, scale, masked, text, regions = none, pinned = null } = props;
  const { numbered = false, density = "auto", maxHeight = 420, reading = numberCell, onHover, onPin } = props;
  const { t } = useTranslation();
  const outer = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const drawn = useRef<HTMLDivElement>(null);
  const measured = useSize(props.room === undefined ? outer : unmeasured);
  const [scroll, setScroll] = useState<Point>({ x: 0, y: 0 });
  /** The matrix that is shown as a whole, by its name. */
  const [whole, setWhole] = useState<string | null>(null);
  const all = whole === props.label;
  const [read, setRead] = useState<MatrixCell | null>(null);
  const shape = {
    rowLabels,
    columnLabels,
    bare: props.bare ?? false,
    numbered,
    width: props.room ?? measured.width,
    reading,
    labelWidth: props.labelWidth,
  };
  const { layout, labels, width, natural } = useMatrixLayout({ ...shape, density: all ? "all" : density });
  const wanted = useMemo(() => fullSize(layout), [layout]);
  const fits = width > 0 && wanted.width <= width && (all || wanted.height <= maxHeight);
  const cropped = all || (width > 0 && !fits);
  // Worked out, for measuring it would lay the page out and draw the matrix twice.
  const size = useMemo(() => {
    const most = { width, height: all ? Number.POSITIVE_INFINITY : maxHeight };
    return fits ? wanted : windowSize(wanted, most, scrollBarThickness());
  }, [fits, wanted, width, all, maxHeight]);

  // What lights up out of sight comes into sight, unless the reader is just looking at cells of this matrix.
  const lit = read === null && !fits && width > 0 ? (regions[0] ?? pinned) : null;
  const lights = lit && JSON.stringify(lit);
  // biome-ignore lint/correctness/useExhaustiveDependencies: where the reader scrolls afterwards is the reader's.
  useLayoutEffect(() => {
    if (lit === null) return;
    const { x, y } = scrolledTo(lit, layout, scroll, size);
    if (x !== scroll.x || y !== scroll.y) scroller.current?.scrollTo?.(x, y);
  }, [lights, layout, fits]);

  const columns = columnLabels.length;
  const extent = useMemo(() => {
    if (props.extent !== undefined) return props.extent;
    if (scale === "probability") return 1;
    return extentOf(data, masked && ((i) => masked({ row: Math.floor(i / columns), column: i % columns })));
  }, [props.extent, scale, data, masked, columns]);

  const drawCells = useCallback<Paint>(
    (context, palette) => {
      const font = text ? `12.5px ${palette.face}` : `11px ${palette.num}`;
      const cells = { data, layout, scroll, size, scale, extent, masked, text, font, shades: shades(scale, theme) };
      context.save();
      paintLabels(context, palette, cells, labels);
      paintCells(context, palette, cells);
      context.restore();
    },
    [data, layout, scroll, size, labels, scale, extent, masked, text, theme],
  );
  usePaint(drawn, size.width, size.height, theme, drawCells);
  const describe = (cell: MatrixCell) => {
    const value = full(data[cell.row * columns + cell.column] ?? 0);
    if (props.describe) return props.describe(cell, value);
    const [row, column] = [rowLabels[cell.row] ?? "", columnLabels[cell.column] ?? ""];
    return masked?.(cell) ? t("figure.cellMasked", { row, column }) : t("figure.cell", { row, column, value });
  };
  const counts = { rows: rowLabels.length, columns };
  return (
    <div ref={outer} className="matrix" style={{ width: natural }}>
      {props.axes ? (
        <p className="matrix-axes">
          <span>{props.axes.rows} ↓</span> <span>{props.axes.columns} →</span>
        </p>
      ) : null}
      <CanvasGrid
        element={scroller}
        className="matrix-scroll"
        style={{ maxHeight: all ? undefined : maxHeight }}
        {...counts}
        label={t("figure.matrix", { name: props.label, ...counts })}
        selected={pinned}
        under={(point) => cellAt(point, layout, scroll)}
        boxOf={(cell) => {
          const box = boxOf(cell, layout);
          return { ...box, x: box.x - scroll.x, y: box.y - scroll.y };
        }}
        describe={describe}
        detail={props.detail}
        onRead={(cell) => {
          setRead(cell);
          onHover?.(cell);
        }}
        onPick={(cell) => onPin?.(cell)}
        onKey={({ key }, cell) => {
          if (key === " ") onPin?.(cell);
          else if (key === "Escape" && pinned) onPin?.(null);
          else return false;
          return true;
        }}
        onMove={(cell) => {
          const { x, y } = scrolledTo(cell, layout, scroll, size);
          scroller.current?.scrollTo?.(x, y);
        }}
        onScroll={({ currentTarget }) => setScroll({ x: currentTarget.scrollLeft, y: currentTarget.scrollTop })}
      >
        <div style={wanted}>
          <div className="matrix-window" style={size}>
            <div ref={drawn} className="painted" aria-hidden="true" />
            <MatrixMarks
              layout={layout}
              scroll={scroll}
              labels={labels}
              regions={regions}
              read={read}
              pinned={pinned}
            />
          </div>
        </div>
      </CanvasGrid>
      {cropped ? (
        <button
          type="button"
          className="tool matrix-all"
          aria-pressed={all}
          onClick={() => setWhole(all ? null : props.label)}
        >
          {all ? t("figure.showReading") : t("figure.showAll", counts)}
        </button>
      ) : null}
    </div>
  );
}
