/**
 * The keyboard way through a grid that is drawn on a canvas: one stop of the Tab key, arrow keys within. The element that
 * has the focus names the current cell by `aria-activedescendant`, for the cells themselves are not elements.
 */
import { type FocusEvent, type KeyboardEvent, useState } from "react";
import { moved } from "./useRoving";

export interface GridCell {
  readonly row: number;
  readonly column: number;
}

export interface GridCursor {
  /** Inside the grid whenever that has cells. */
  readonly cell: GridCell;
  /** Whether the grid has the focus by the keyboard: what a mouse has clicked needs no cursor beside it. */
  readonly active: boolean;
  /** Takes the cursor along when a cell was clicked; null leads back to where it started. */
  readonly moveTo: (cell: GridCell | null) => void;
  /** Moves where a key leads, and says where; null for other keys. */
  readonly press: (event: KeyboardEvent) => GridCell | null;
  /** → whether the focus came by the keyboard. */
  readonly onFocus: (event: FocusEvent) => boolean;
  readonly onBlur: () => void;
}

/** Rows that Page Up and Page Down pass. */
const page = 10;

/** Where a key leads from a cell; null for other keys. The edges hold. */
export function movedInGrid(
  { key, ctrlKey }: { readonly key: string; readonly ctrlKey: boolean },
  { row, column }: GridCell,
  rows: number,
  columns: number,
): GridCell | null {
  if (rows === 0 || columns === 0) return null;
  if (key === "PageUp") return { row: Math.max(0, row - page), column };
  if (key === "PageDown") return { row: Math.min(rows - 1, row + page), column };
  if (ctrlKey && key === "Home") return { row: 0, column: 0 };
  if (ctrlKey && key === "End") return { row: rows - 1, column: columns - 1 };
  const index = moved(key, row * columns + column, columns, rows * columns);
  return index === null ? null : { row: Math.floor(index / columns), column: index % columns };
}

export function useGridCursor(rows: number, columns: number, initial?: GridCell | null): GridCursor {
  const [chosen, setChosen] = useState<GridCell | null>(null);
  const [active, setActive] = useState(false);
  const { row, column } = chosen ?? initial ?? { row: 0, column: 0 };
  const cell = {
    row: Math.max(0, Math.min(row, rows - 1)),
    column: Math.max(0, Math.min(column, columns - 1)),
  };
  return {
    cell,
    active,
    moveTo: setChosen,
    press: (event) => {
      const next = event.altKey || event.metaKey ? null : movedInGrid(event, cell, rows, columns);
      if (next) {
        setChosen(next);
        setActive(true);
      }
      return next;
    },
    onFocus: (event) => {
      const byKeyboard = event.currentTarget.matches(":focus-visible");
      setActive(byKeyboard);
      return byKeyboard;
    },
    onBlur: () => setActive(false),
  };
}
