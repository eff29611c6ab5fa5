/** The layout of a matrix in the width that there is, with gutters as wide as its labels need. */
import { useMemo } from "react";
import {
  columnLabelPlan,
  type Density,
  type MatrixLayout,
  matrixLayout,
  naturalWidth,
  rowLabelEvery,
} from "../geometry/matrixLayout";
import { pagePalette, useFonts } from "../ui/usePaint";
import type { Labels } from "./matrixPaint";
import { labelFont, lineHeight } from "./matrixPaint";
import { widest } from "./paint";

export interface LayoutRequest {
  readonly rowLabels: readonly string[];
  readonly columnLabels: readonly string[];
  /** Column labels are numbers in order, of which some may be left out. */
  readonly numbered: boolean;
  /** Without column labels. */
  readonly bare: boolean;
  /** That there is for the whole figure, CSS pixels. */
  readonly width: number;
  readonly density: Density;
  readonly reading: { readonly width: number; readonly height: number };
  /** Of the row labels; as wide as they need unless told. */
  readonly labelWidth: number | undefined;
}

/** A column is not made wider than this for its word. */
const widestWord = 72;
const longestLabel = { row: 140, column: 96 };

export function useMatrixLayout(request: LayoutRequest): {
  readonly layout: MatrixLayout;
  readonly labels: Labels;
  /** At which it has all the room that it uses, and of that what there is; CSS pixels. */
  readonly natural: number;
  readonly width: number;
} {
  const { rowLabels, columnLabels, bare, numbered, density, reading, labelWidth } = request;
  const fonts = useFonts();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a font that has come changes every width.
  const [rowWidth, columnWidth] = useMemo(() => {
    const font = labelFont(pagePalette().face, true);
    return [widest(rowLabels, font), widest(numbered ? columnLabels.slice(-1) : columnLabels, font)];
  }, [rowLabels, columnLabels, numbered, fonts]);
  return useMemo(() => {
    const [rows, columns] = [rowLabels.length, columnLabels.length];
    const left = labelWidth ?? Math.min(rowWidth, longestLabel.row) + 10;
    // Cells are as wide as the words over them, if there is room: turned words are harder to read.
    const words = { ...reading, width: Math.min(Math.max(reading.width, columnWidth + 8), widestWord) };
    const natural = naturalWidth({ columns, left, density, reading: words });
    const width = Math.min(natural, request.width);
    const wide = { rows, columns, width, left, density, reading: words };
    const room = matrixLayout({ ...wide, top: 0 }).text ? wide : { ...wide, reading };
    const { cellWidth } = matrixLayout({ ...room, top: 0 });
    const plan = columnLabelPlan(columnWidth, cellWidth, lineHeight, numbered);
    const top = bare ? 4 : plan.turned ? Math.min(columnWidth, longestLabel.column) + 10 : 20;
    const layout = matrixLayout({ ...room, top });
    const rowEvery = rowLabelEvery(layout.cellHeight, lineHeight - 2);
    return {
      layout,
      labels: { rows: rowLabels, columns: bare ? [] : columnLabels, plan, rowEvery },
      natural,
      width,
    };
  }, [rowLabels, columnLabels, numbered, request.width, density, reading, labelWidth, rowWidth, columnWidth, bare]);
}
