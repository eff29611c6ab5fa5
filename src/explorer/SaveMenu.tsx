/** Saving what a figure shows. A plain button until it is wanted: a menu in every figure would be drawn at every step. */
import { lazy, memo, type RefObject, Suspense, useCallback, useRef, useState } from "react";
import type { LabelledMatrix } from "../geometry/export";
import { useTranslation } from "../i18n";

const Menu = memo(lazy(async () => ({ default: (await import("../ui/ExportMenu")).ExportMenu })));

interface Props {
  /** What is saved; the files are named after it. */
  readonly title: string;
  /** The numbers; null where the figure has no table of them. */
  readonly matrix: (() => LabelledMatrix) | null;
  /** null for numbers alone. */
  readonly figure: RefObject<HTMLElement | null> | null;
}

const empty: LabelledMatrix = { data: new Float32Array(), rowLabels: [], columnLabels: [] };

export function SaveMenu({ title, matrix, figure }: Props) {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState(false);
  const newest = useRef(matrix);
  newest.current = matrix;
  const read = useCallback(() => newest.current?.() ?? empty, []);
  const button = (
    <button
      type="button"
      className="tool save"
      aria-haspopup="dialog"
      aria-label={t("figure.export.of", { title })}
      onClick={() => setWanted(true)}
    >
      {t("figure.export")}
    </button>
  );
  if (!wanted) return button;
  return (
    <Suspense fallback={button}>
      <Menu title={title} matrix={matrix === null ? null : read} figure={figure} />
    </Suspense>
  );
}
