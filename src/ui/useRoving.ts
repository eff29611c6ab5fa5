/**
 * One stop of the Tab key for a group, arrow keys within it (WAI-ARIA "roving tabindex"). Works for HTML and SVG.
 */
import { type FocusEventHandler, type KeyboardEvent, useRef, useState } from "react";

interface Item {
  readonly ref: (element: (HTMLElement | SVGElement) | null) => void;
  readonly tabIndex: 0 | -1;
  readonly onFocus: FocusEventHandler;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

interface Options {
  /** The first stop. */
  readonly initial?: number;
  /** The order of the items runs from the bottom up. */
  readonly upwards?: boolean;
}

const opposite: Readonly<Record<string, string>> = { ArrowUp: "ArrowDown", ArrowDown: "ArrowUp" };

/** `count` items in rows of `columns`. */
export function useRoving(
  count: number,
  columns: number,
  { initial = 0, upwards = false }: Options = {},
): (index: number) => Item {
  const [current, setCurrent] = useState<number | null>(null);
  const elements = useRef<((HTMLElement | SVGElement) | null)[]>([]);
  const stop = Math.min(Math.max(current ?? initial, 0), Math.max(count - 1, 0));
  return (index) => ({
    ref: (element) => {
      elements.current[index] = element;
    },
    tabIndex: index === stop ? 0 : -1,
    onFocus: () => setCurrent(index),
    onKeyDown: (event) => {
      const next = moved(upwards ? (opposite[event.key] ?? event.key) : event.key, index, columns, count);
      if (next === null) return;
      event.preventDefault();
      elements.current[next]?.focus();
    },
  });
}

/** Where a key leads from `index`; null for other keys. The edges hold. */
export function moved(key: string, index: number, columns: number, count: number): number | null {
  const row = Math.floor(index / columns);
  const last = Math.min((row + 1) * columns, count) - 1;
  switch (key) {
    case "ArrowRight":
      return Math.min(index + 1, last);
    case "ArrowLeft":
      return Math.max(index - 1, row * columns);
    case "ArrowDown":
      return index + columns < count ? index + columns : index;
    case "ArrowUp":
      return index - columns >= 0 ? index - columns : index;
    case "Home":
      return row * columns;
    case "End":
      return last;
    default:
      return null;
  }
}
