/** Shapes as they are written: in the letters of the project and in numbers. */
import type { Axis } from "../operations/operation";

/** ["B", "H", "T", "S"] or [1, 4, 5, 5] → "[B, H, T, S]" or "[1, 4, 5, 5]". */
export function shapeText(parts: readonly (Axis | number)[]): string {
  return `[${parts.join(", ")}]`;
}

/** What each letter stands for in a run: "H" → 4. The first step that has a letter says it. */
export function sizesOf(
  steps: readonly { readonly axes: readonly Axis[]; readonly shape: readonly number[] }[],
): Readonly<Partial<Record<Axis, number>>> {
  const sizes: Partial<Record<Axis, number>> = {};
  for (const { axes, shape } of steps) {
    for (const [dimension, axis] of axes.entries()) sizes[axis] ??= shape[dimension] ?? 0;
  }
  return sizes;
}
