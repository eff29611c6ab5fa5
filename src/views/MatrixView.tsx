/**
 * A matrix of real numbers on a canvas: only the cells in sight are drawn, so its size does not matter. One stop of the
 * Tab key, arrow keys within; what is under the pointer or the focus is read out in full. Knows nothing of what its
 * numbers mean: attention patterns, activations, similarities and effects are all shown with it.
 */
import {
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  useCallback,
  useId,
  useMemo,
  useRef,
  useState,
} from "react";
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
} from "../geometry/matrixLayout";
import { extentOf, type Scale, shades } from "../geometry/shades";
import { useTranslation } from "../i18n";
import { Tip } from "../ui/Tip";
import { useGridCursor } from "../ui/useGridCursor";
import { type Paint, usePaint } from "../ui/usePaint";
import { useSize } from "../ui/useSize";
import { paintCells, paintMarks } from "./matrixPaint";
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
  /** Of the row labels, CSS pixels: the same in matrices whose columns stand under each other. */
  readonly labelWidth?: number | undefined;
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
  const id = useId();
  const outer = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const cellCanvas = useRef<HTMLCanvasElement>(null);
  const markCanvas = useRef<HTMLCanvasElement>(null);
  const { width } = useSize(outer);
  const size = useSize(scroller);
  const [scroll, setScroll] = useState<Point>({ x: 0, y: 0 });
  const [all, setAll] = useState(false);
  const [hovered, setHovered] = useState<MatrixCell | null>(null);
  const cursor = useGridCursor(rowLabels.length, columnLabels.length, pinned);
  const shape = { rowLabels, columnLabels, numbered, width, reading, labelWidth: props.labelWidth };
  const { layout, labels, natural } = useMatrixLayout({ ...shape, density: all ? "all" : density });
  const whole = fullSize(layout);
  const cropped = all || whole.width > width || whole.height > maxHeight;
  const read = hovered ?? (cursor.active ? cursor.cell : null);

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
      paintCells(context, palette, cells);
      context.restore();
    },
    [data, layout, scroll, size, scale, extent, masked, text, theme],
  );
  usePaint(cellCanvas, size.width, size.height, theme, drawCells);
  const drawMarks = useCallback<Paint>(
    (context, palette) => paintMarks(context, palette, { layout, scroll, size, labels, regions, read, pinned }),
    [layout, scroll, size, labels, regions, read, pinned],
  );
  usePaint(markCanvas, size.width, size.height, theme, drawMarks);

  const isMasked = (cell: MatrixCell) => masked?.(cell) ?? false;
  const describe = (cell: MatrixCell) => {
    const value = full(data[cell.row * columns + cell.column] ?? 0);
    if (props.describe) return props.describe(cell, value);
    const [row, column] = [rowLabels[cell.row] ?? "", columnLabels[cell.column] ?? ""];
    return isMasked(cell) ? t("figure.cellMasked", { row, column }) : t("figure.cell", { row, column, value });
  };
  const hover = (cell: MatrixCell | null) => {
    if (same(cell, hovered)) return;
    setHovered(cell);
    onHover?.(cell ?? (cursor.active ? cursor.cell : null));
  };
  const under = (event: PointerEvent | React.MouseEvent) => {
    const corner = event.currentTarget.getBoundingClientRect();
    return cellAt({ x: event.clientX - corner.x, y: event.clientY - corner.y }, layout, scroll);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" || event.key === " ") onPin?.(cursor.cell);
    else if (event.key === "Escape" && pinned) onPin?.(null);
    else {
      const next = cursor.press(event);
      if (!next) return;
      setHovered(null);
      onHover?.(next);
      const { x, y } = scrolledTo(next, layout, scroll, size);
      scroller.current?.scrollTo?.(x, y);
    }
    event.preventDefault();
  };
  const anchor = () => {
    const corner = scroller.current?.getBoundingClientRect();
    if (!corner || !read) return null;
    const box = boxOf(read, layout);
    return { ...box, x: corner.x + box.x - scroll.x, y: corner.y + box.y - scroll.y };
  };
  const counts = { rows: rowLabels.length, columns };
  return (
    <div ref={outer} className="matrix" style={{ width: natural }}>
      {props.axes ? (
        <p className="matrix-axes">
          <span>{props.axes.rows} ↓</span> <span>{props.axes.columns} →</span>
        </p>
      ) : null}
      <div
        ref={scroller}
        className="matrix-scroll"
        style={{ maxHeight: all ? undefined : maxHeight }}
        role="grid"
        tabIndex={0}
        aria-label={t("figure.matrix", { name: props.label, ...counts })}
        aria-rowcount={counts.rows}
        aria-colcount={columns}
        aria-activedescendant={id}
        onFocus={(event) => {
          if (cursor.onFocus(event)) onHover?.(cursor.cell);
        }}
        onBlur={() => {
          cursor.onBlur();
          onHover?.(hovered);
        }}
        onKeyDown={onKeyDown}
        onPointerMove={(event) => event.pointerType !== "touch" && hover(under(event))}
        onPointerLeave={() => hover(null)}
        onClick={(event) => {
          const cell = under(event);
          if (!cell) return;
          cursor.moveTo(cell);
          hover(cell);
          onPin?.(cell);
        }}
        onScroll={({ currentTarget }) => {
          setHovered(null);
          setScroll({ x: currentTarget.scrollLeft, y: currentTarget.scrollTop });
        }}
      >
        <div style={whole}>
          <div className="matrix-window" style={size}>
            <canvas ref={cellCanvas} aria-hidden="true" style={size} />
            <canvas ref={markCanvas} aria-hidden="true" style={size} />
          </div>
        </div>
        <div role="row" className="hidden" aria-rowindex={cursor.cell.row + 1}>
          <div
            role="gridcell"
            id={id}
            aria-colindex={cursor.cell.column + 1}
            aria-label={describe(cursor.cell)}
            aria-selected={same(pinned, cursor.cell)}
          />
        </div>
      </div>
      {cropped ? (
        <button type="button" className="tool matrix-all" aria-pressed={all} onClick={() => setAll(!all)}>
          {all ? t("figure.showReading") : t("figure.showAll", counts)}
        </button>
      ) : null}
      {read ? (
        <Tip anchor={anchor}>
          {describe(read)}
          {props.detail?.(read)}
        </Tip>
      ) : null}
    </div>
  );
}

function same(a: MatrixCell | null, b: MatrixCell | null): boolean {
  return a === b || (a !== null && b !== null && a.row === b.row && a.column === b.column);
}
