/** Which cell is taken apart before one is chosen. */
import type { TraceStep } from "../../engine/protocol";
import type { Selection } from "../../state/scene";

/** The selected query and key of the selected head where the step has them, else the first cell of the last row. */
export function usualCell({ shape, axes }: TraceStep, { head, query, key }: Selection): readonly number[] {
  return shape.map((size, dimension) => {
    if (axes[dimension] === "H") return Math.min(head, size - 1);
    if (dimension === shape.length - 2 && shape.length > 1) return Math.min(query ?? size - 1, size - 1);
    const tokens = axes[dimension] === "T" || axes[dimension] === "S";
    return dimension === shape.length - 1 && tokens && shape.length > 2 ? Math.min(key ?? 0, size - 1) : 0;
  });
}
