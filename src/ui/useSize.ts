/** The inner size of an element, without its scroll bars, as it changes; nothing before it is in the document. */
import { type RefObject, useLayoutEffect, useState } from "react";

export interface Size {
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
}

export function useSize(element: RefObject<HTMLElement | null>): Size {
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const found = element.current;
    if (!found) return;
    const measure = () =>
      setSize((before) => {
        const { clientWidth: width, clientHeight: height } = found;
        return before.width === width && before.height === height ? before : { width, height };
      });
    measure();
    if (typeof ResizeObserver === "undefined") return;
    const observer = new ResizeObserver(measure);
    observer.observe(found);
    return () => observer.disconnect();
  }, [element]);
  return size;
}
