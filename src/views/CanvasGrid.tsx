/**
 * The DOM layer over a grid that is drawn on canvases: one stop of the Tab key, arrow keys within, the pointer, and a tip
 * with what is under either. The cells are no elements; the current one is named by `aria-activedescendant`.
 */
import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type RefObject,
  type UIEventHandler,
  useId,
  useState,
} from "react";
import type { Box, Point } from "../geometry/matrixLayout";
import { Tip } from "../ui/Tip";
import { type GridCell, useGridCursor } from "../ui/useGridCursor";

interface Props {
  readonly element: RefObject<HTMLDivElement | null>;
  readonly rows: number;
  readonly columns: number;
  /** Accessible name. */
  readonly label: string;
  /** Where the keyboard starts, and what is selected. */
  readonly selected: GridCell | null;
  /** The cell under a point, counted from the element's top left corner. */
  readonly under: (point: Point) => GridCell | null;
  /** Where a cell stands, counted likewise. */
  readonly boxOf: (cell: GridCell) => Box;
  /** A cell in words, with its value in full. */
  readonly describe: (cell: GridCell) => string;
  /** What the tip shows under these words. */
  readonly detail?: ((cell: GridCell) => ReactNode) | undefined;
  /** The cell under the pointer or the keyboard's focus, whenever it changes; null when both have left. */
  readonly onRead: (cell: GridCell | null) => void;
  /** By a click or Enter. */
  readonly onPick: (cell: GridCell) => void;
  /** Other keys; true where it was one of the caller's. */
  readonly onKey?: ((event: KeyboardEvent, cell: GridCell) => boolean) | undefined;
  /** The keyboard has moved to a cell that may be out of sight. */
  readonly onMove?: ((cell: GridCell) => void) | undefined;
  readonly onScroll?: UIEventHandler<HTMLDivElement> | undefined;
  readonly className: string;
  readonly style?: CSSProperties | undefined;
  /** The canvases. */
  readonly children: ReactNode;
}

export function CanvasGrid(props: Props) {
  const { element, selected, describe, onRead, onPick } = props;
  const id = useId();
  const cursor = useGridCursor(props.rows, props.columns, selected);
  const [hovered, setHovered] = useState<GridCell | null>(null);
  const [named, setNamed] = useState(props.label);
  if (named !== props.label) {
    // Another grid in the same place: the pointer and the keyboard are on none of its cells yet.
    setNamed(props.label);
    setHovered(null);
    cursor.moveTo(null);
  }
  const read = hovered ?? (cursor.active ? cursor.cell : null);
  const hover = (cell: GridCell | null) => {
    if (sameCell(cell, hovered)) return;
    setHovered(cell);
    onRead(cell ?? (cursor.active ? cursor.cell : null));
  };
  const under = (event: MouseEvent) => {
    const corner = event.currentTarget.getBoundingClientRect();
    return props.under({ x: event.clientX - corner.x, y: event.clientY - corner.y });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter") onPick(cursor.cell);
    else if (!props.onKey?.(event, cursor.cell)) {
      const next = cursor.press(event);
      if (!next) return;
      setHovered(null);
      onRead(next);
      props.onMove?.(next);
    }
    event.preventDefault();
  };
  const anchor = () => {
    const corner = element.current?.getBoundingClientRect();
    if (!corner || !read) return null;
    const box = props.boxOf(read);
    return { ...box, x: corner.x + box.x, y: corner.y + box.y };
  };
  return (
    <>
      <div
        ref={element}
        className={props.className}
        style={props.style}
        role="grid"
        tabIndex={0}
        aria-label={props.label}
        aria-rowcount={props.rows}
        aria-colcount={props.columns}
        aria-activedescendant={id}
        onFocus={(event) => {
          if (cursor.onFocus(event)) onRead(hovered ?? cursor.cell);
        }}
        onBlur={() => {
          cursor.onBlur();
          onRead(hovered);
        }}
        onKeyDown={onKeyDown}
        onPointerMove={(event) => event.pointerType !== "touch" && hover(under(event))}
        onPointerLeave={() => hover(null)}
        onClick={(event) => {
          const cell = under(event);
          if (!cell) return;
          cursor.moveTo(cell);
          hover(cell);
          onPick(cell);
        }}
        onScroll={(event) => {
          hover(null);
          props.onScroll?.(event);
        }}
      >
        {props.children}
        <div role="row" className="hidden" aria-rowindex={cursor.cell.row + 1}>
          <div
            role="gridcell"
            id={id}
            aria-colindex={cursor.cell.column + 1}
            aria-label={describe(cursor.cell)}
            aria-selected={sameCell(selected, cursor.cell)}
          />
        </div>
      </div>
      {read ? (
        <Tip anchor={anchor}>
          {describe(read)}
          {props.detail?.(read)}
        </Tip>
      ) : null}
    </>
  );
}

function sameCell(a: GridCell | null, b: GridCell | null): boolean {
  return a === b || (a !== null && b !== null && a.row === b.row && a.column === b.column);
}
