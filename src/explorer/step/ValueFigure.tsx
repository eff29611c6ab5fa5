import { useMemo } from "react";
import type { RunResult } from "../../engine/protocol";
import type { Region as Marked, MatrixCell } from "../../geometry/matrixLayout";
import { useTranslation } from "../../i18n";
import type { Axis } from "../../model/operations";
import type { Region } from "../../model/operations/regions";
import { useApp } from "../../state/useApp";
import { useVocabulary, useWindow } from "../../state/useAsked";
import { MatrixView } from "../../views/MatrixView";
import { useTheme } from "../theme";
import { axisNames } from "./axes";
import { blockOf, cellOf, indexOf, sliceOf } from "./slice";

export interface ValueFigureProps {
  readonly run: RunResult;
  readonly name: string;
  /** Accessible name. */
  readonly label: string;
  readonly shape: readonly number[];
  readonly axes: readonly Axis[];
  /** Which head is shown, where there are heads. */
  readonly head: number;
  /** Cells that are framed, by their index in the whole value. */
  readonly regions: readonly Region[];
  readonly tone: "query" | "key" | "value" | "plain";
  readonly pinned: readonly number[] | null;
  /** Brought into sight. */
  readonly reveal: readonly number[] | null;
  readonly onHover?: (index: readonly number[] | null) => void;
  readonly onPin?: (index: readonly number[] | null) => void;
}

/** More cells than this are read in pieces: a piece of a large matrix around what is looked at. */
const mostCells = 400_000;
const piece = { rows: 256, columns: 256 };

/** A value of the run as a matrix of its numbers, rows and columns named. */
export function ValueFigure({ run, name, label, shape, axes, head, regions, tone, pinned, ...rest }: ValueFigureProps) {
  const { t } = useTranslation();
  const theme = useTheme();
  const task = useApp((state) => state.model?.task ?? null);
  const [rowAxis = "T", columnAxis = "C"] = axes.length > 1 ? axes.slice(-2) : ["B", ...axes];
  const vocabulary = useVocabulary(axes.includes("V"));
  const slice = useMemo(() => sliceOf(shape, axes, head), [shape, axes, head]);
  const large = slice.rows * slice.columns > mostCells;
  const looked = large ? (rest.reveal ?? pinned) : null;
  const at = looked ? cellOf(looked, slice) : null;
  // Whole pieces, so that a step to the next cell reads nothing anew.
  const top = large ? Math.floor((at?.row ?? 0) / piece.rows) * piece.rows : 0;
  const left = large ? Math.floor((at?.column ?? 0) / piece.columns) * piece.columns : 0;
  const bottom = large ? Math.min(slice.rows, top + piece.rows) : slice.rows;
  const right = large ? Math.min(slice.columns, left + piece.columns) : slice.columns;
  const read = useWindow(name, { index: slice.index, rows: [top, bottom], columns: [left, right] });
  const classes = task !== null && "labels" in task ? task.labels : null;
  const named = useMemo(() => ({ vocabulary, classes }), [vocabulary, classes]);
  const rows = useMemo(
    () => (axes.length > 1 ? axisNames(rowAxis, bottom - top, run, named, top) : { labels: [""], numbered: false }),
    [axes.length, rowAxis, bottom, top, run, named],
  );
  const columns = useMemo(
    () => axisNames(columnAxis, right - left, run, named, left),
    [columnAxis, right, left, run, named],
  );
  const place = (index: readonly number[] | null): MatrixCell | null => {
    const cell = index && cellOf(index, slice);
    return cell ? { row: cell.row - top, column: cell.column - left } : null;
  };
  const framed = regions.flatMap((region): Marked[] => {
    const block = blockOf(region, slice);
    return block ? [{ ...block, row: block.row - top, column: block.column - left, tone }] : [];
  });
  const back = (cell: MatrixCell | null) => cell && indexOf(shape, slice, cell.row + top, cell.column + left);
  if (!read) return <div className="value-waiting skeleton" aria-hidden="true" />;
  return (
    <>
      <MatrixView
        data={read.data}
        rowLabels={rows.labels}
        columnLabels={columns.labels}
        numbered={columns.numbered}
        label={label}
        theme={theme}
        scale={name.endsWith("pattern") || name === "probabilities" ? "probability" : "signed"}
        masked={
          name.endsWith("maskedScores")
            ? ({ row, column }) => (read.data[row * (right - left) + column] ?? 0) < -1e8
            : undefined
        }
        regions={framed}
        pinned={place(pinned)}
        maxHeight={340}
        onHover={rest.onHover && ((cell) => rest.onHover?.(back(cell)))}
        onPin={rest.onPin && ((cell) => rest.onPin?.(back(cell)))}
      />
      {large ? (
        <p className="soft small">
          {t("step.piece", {
            from: left,
            to: right - 1,
            columns: slice.columns,
            top,
            bottom: bottom - 1,
            rows: slice.rows,
          })}
        </p>
      ) : null}
    </>
  );
}
