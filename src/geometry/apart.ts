/** Labels that do not lie over each other. Pure. */
import type { Box } from "./matrixLayout";

const overlap = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** Which boxes can be shown: each that lies over none of those shown before it; `first` is shown before all others. */
export function shownApart(boxes: readonly Box[], first: number | null): readonly boolean[] {
  const order = boxes.map((_, place) => place).sort((a, b) => Number(b === first) - Number(a === first) || a - b);
  const shown = new Set<number>();
  for (const place of order) {
    const box = boxes[place];
    if (box && [...shown].every((other) => !overlap(box, boxes[other] ?? box))) shown.add(place);
  }
  return boxes.map((_, place) => shown.has(place));
}
