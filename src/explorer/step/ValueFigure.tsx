import { useCallback, useMemo, useRef } from "react";
import type { RunResult } from "../../engine/protocol";
import type { Region as Marked, MatrixCell } from "../../geometry/matrixLayout";
import { useTranslation } from "../../i18n";
import type { Axis } from "../../model/operations";
import type { Region } from "../../model/operations/regions";
import { useApp } from "../../state/useApp";
import { useAsked, useVocabulary, windowQuestion } from "../../state/useAsked";
import { MatrixView } from "../../views/MatrixView";
import { SaveMenu } from "../SaveMenu";
import { useTheme } from "../theme";
import { axisNames } from "./axes";
import { blockOf, cellOf, indexOf, isLarge, sliceOf, windowOf } from "./slice";

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
  /** The width that there is, CSS pixels. */
  readonly room: number;
  readonly pinned: readonly number[] | null;
  /** Brought into sight. */
  readonly reveal: readonly number[] | null;
  readonly onHover?: (index: readonly number[] | null) => void;
  readonly onPin?: (index: readonly number[] | null) => void;
}

/** Lower than usual, so that operands and result are in sight together. */
const reading = { width: 46, height: 24 };

/** A value of the run as a matrix of its numbers, rows and columns named. */
export function ValueFigure(props: ValueFigureProps) {
  const { run, name, label, shape, axes, head, regions, tone, pinned, ...rest } = props;
  const { t } = useTranslation();
  const theme = useTheme();
  const figure = useRef<HTMLDivElement>(null);
  const task = useApp((state) => state.model?.task ?? null);
  const [rowAxis = "T", columnAxis = "C"] = axes.length > 1 ? axes.slice(-2) : ["B", ...axes];
  const vocabulary = useVocabulary(axes.includes("V"));
  const slice = useMemo(() => sliceOf(shape, axes, head), [shape, axes, head]);
  const large = isLarge(slice);
  const window = windowOf(slice, rest.reveal ?? pinned);
  const [[top, bottom], [left, right]] = [window.rows, window.columns];
  const data = useAsked(windowQuestion(name, window))?.data;
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
  const masks = name.endsWith("maskedScores");
  const masked = useCallback(
    ({ row, column }: MatrixCell) => (data?.[row * (right - left) + column] ?? 0) < -1e8,
    [data, left, right],
  );
  // Ids and what is kept are whole numbers, one for each token.
  const whole = axes.length === 2 && rowAxis === "B" && (columnAxis === "T" || columnAxis === "S");
  const written = useCallback(
    ({ row, column }: MatrixCell) => String(data?.[row * (right - left) + column] ?? ""),
    [data, left, right],
  );
  const back = (cell: MatrixCell | null) => cell && indexOf(shape, slice, cell.row + top, cell.column + left);
  if (!data) return <div className="value-waiting skeleton" aria-hidden="true" />;
  return (
    <>
      <div ref={figure}>
        <MatrixView
          data={data}
          rowLabels={rows.labels}
          columnLabels={columns.labels}
          numbered={columns.numbered}
          label={label}
          theme={theme}
          scale={name.endsWith("pattern") || name === "probabilities" ? "probability" : "signed"}
          masked={masks ? masked : undefined}
          text={whole ? written : undefined}
          room={rest.room}
          reading={reading}
          regions={framed}
          pinned={place(pinned)}
          maxHeight={340}
          onHover={rest.onHover && ((cell) => rest.onHover?.(back(cell)))}
          onPin={rest.onPin && ((cell) => rest.onPin?.(back(cell)))}
        />
      </div>
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
      <SaveMenu
        title={label}
        matrix={() => ({ data, rowLabels: rows.labels, columnLabels: columns.labels })}
        figure={figure}
      />
    </>
  );
}
