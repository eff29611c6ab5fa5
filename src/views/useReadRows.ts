/** Rows that are read one at a time: one stop of the Tab key, up and down within, and the row under the pointer or the focus. */
import { type FocusEvent, type PointerEvent, useState } from "react";
import { useRoving } from "../ui/useRoving";

export function useReadRows(count: number, initial: number, onHover?: (row: number | null) => void) {
  const item = useRoving(count, 1, { initial });
  const [read, setRead] = useState<number | null>(null);
  const hover = (row: number | null) => {
    setRead(row);
    onHover?.(row);
  };
  return {
    /** null when there is none, and when rows have gone. */
    read: read !== null && read < count ? read : null,
    /** The properties of a row's element. */
    row: (index: number) => {
      const { onFocus, ...roving } = item(index);
      return {
        ...roving,
        onFocus: (event: FocusEvent) => {
          onFocus(event);
          if (event.currentTarget.matches(":focus-visible")) hover(index);
        },
        onBlur: () => hover(null),
        onPointerEnter: (event: PointerEvent) => {
          if (event.pointerType !== "touch") hover(index);
        },
        onPointerLeave: () => hover(null),
      };
    },
  };
}
