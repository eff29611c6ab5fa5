import type { Box } from "../geometry/matrixLayout";
import "./frame.css";

/** What is framed, which says in which colour. */
export type FrameTone = "chosen" | "read" | "query" | "key" | "value";

/**
 * A frame around a cell or a block that is drawn on a canvas. An element, for a second canvas over the first would cost
 * every frame of the page more than this does, and moves without anything being drawn again.
 */
export function Frame({ box, tone }: { readonly box: Box; readonly tone: FrameTone }) {
  return <div className={`framed ${tone}`} style={{ left: box.x, top: box.y, width: box.width, height: box.height }} />;
}
