/**
 * What a figure says of the mark under the pointer or the focus. The mark's accessible name has the same words, so the
 * tip itself is silent. It stands over its mark, or under it where the window ends.
 */
import { type ReactNode, useLayoutEffect, useRef } from "react";
import "./tip.css";

/** A mark's place in the window, CSS pixels. */
export interface Anchor {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Props {
  readonly anchor: () => Anchor | null;
  readonly children: ReactNode;
}

const margin = 8;

export function Tip({ anchor, children }: Props) {
  const element = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const [tip, mark] = [element.current, anchor()];
    if (!tip || !mark) return;
    const { offsetWidth, offsetHeight } = tip;
    const middle = mark.x + mark.width / 2 - offsetWidth / 2;
    const above = mark.y - offsetHeight - margin;
    const x = Math.max(margin, Math.min(middle, document.documentElement.clientWidth - offsetWidth - margin));
    const y = above < margin ? mark.y + mark.height + margin : above;
    tip.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
  });
  return (
    <div ref={element} className="tip" aria-hidden="true">
      {children}
    </div>
  );
}
