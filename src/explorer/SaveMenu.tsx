/** Saving what a figure shows. Fetched after the page is there, and not drawn again with every answer. */
import { lazy, memo, type RefObject, Suspense, useCallback, useRef } from "react";
import type { LabelledMatrix } from "../geometry/export";

const Menu = memo(lazy(async () => ({ default: (await import("../ui/ExportMenu")).ExportMenu })));

interface Props {
  /** What is saved; the files are named after it. */
  readonly title: string;
  /** The numbers; null where the figure has no table of them. */
  readonly matrix: LabelledMatrix | null;
  readonly figure: RefObject<HTMLElement | null>;
}

const empty: LabelledMatrix = { data: new Float32Array(), rowLabels: [], columnLabels: [] };

export function SaveMenu({ title, matrix, figure }: Props) {
  const newest = useRef(matrix);
  newest.current = matrix;
  const read = useCallback(() => newest.current ?? empty, []);
  return (
    <Suspense fallback={null}>
      <Menu title={title} matrix={matrix === null ? null : read} figure={figure} />
    </Suspense>
  );
}
