/** What may be wider than the page, and scrolls sideways by itself. */
import type { ReactNode } from "react";

interface Props {
  /** Id of the heading that names it. */
  readonly labelledBy: string;
  readonly children: ReactNode;
}

export function Scrolled({ labelledBy, children }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: only what has the focus is scrolled by the keyboard.
    <section className="tune-scroll" aria-labelledby={labelledBy} tabIndex={0}>
      {children}
    </section>
  );
}
