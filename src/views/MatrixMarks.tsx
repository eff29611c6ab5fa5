/** What is marked in a matrix, over its canvas: frames, and the names of the row and the column that are read. */
import { memo } from "react";
import { boxOf, type MatrixCell, type MatrixLayout, type Point, type Region } from "../geometry/matrixLayout";
import { Frame } from "./Frame";
import { type Labels, lineHeight } from "./matrixPaint";

interface Props {
  readonly layout: MatrixLayout;
  readonly scroll: Point;
  readonly labels: Labels;
  readonly regions: readonly Region[];
  /** What is read now: under the pointer or the focus. */
  readonly read: MatrixCell | null;
  readonly pinned: MatrixCell | null;
}

export const MatrixMarks = memo(function MatrixMarks({ layout, scroll, labels, regions, read, pinned }: Props) {
  const at = read ?? pinned;
  if (!at && regions.length === 0) return null;
  // The outermost frames stand a little outside of the cells.
  const [left, top] = [layout.left - 3, layout.top - 3];
  const within = (region: Region) => {
    const { x, y, ...size } = boxOf(region, layout);
    return { ...size, x: x - scroll.x - left, y: y - scroll.y - top };
  };
  return (
    <div className="matrix-marks" aria-hidden="true">
      {at ? <RowLabel layout={layout} scroll={scroll} text={labels.rows[at.row] ?? ""} row={at.row} /> : null}
      {at ? <ColumnLabel layout={layout} scroll={scroll} labels={labels} column={at.column} /> : null}
      <div className="matrix-frames" style={{ left, top }}>
        {regions.map((region, index) => (
          <Frame
            key={index}
            box={within(region)}
            tone={region.tone === undefined || region.tone === "plain" ? "chosen" : region.tone}
          />
        ))}
        {pinned ? <Frame box={within(pinned)} tone="chosen" /> : null}
        {read ? <Frame box={within(read)} tone="read" /> : null}
      </div>
    </div>
  );
});

type Place = Pick<Props, "layout" | "scroll">;

/** Over the same label on the canvas, and where it has no room of its own over its neighbours. */
function RowLabel({ layout, scroll, text, row }: Place & { readonly text: string; readonly row: number }) {
  if (text === "") return null;
  const middle = (row + 0.5) * layout.cellHeight - scroll.y;
  return (
    <div className="matrix-gutter" style={{ left: 0, top: layout.top, width: layout.left, bottom: 0 }}>
      <span className="matrix-label row" style={{ top: middle - lineHeight / 2 }}>
        {text}
      </span>
    </div>
  );
}

function ColumnLabel({ layout, scroll, labels, column }: Place & { readonly labels: Labels; readonly column: number }) {
  const text = labels.columns[column] ?? "";
  if (text === "") return null;
  const { turned, every } = labels.plan;
  const left = layout.left - 2;
  const middle = (column + 0.5) * layout.cellWidth - scroll.x + 2;
  const place = turned
    ? { left: middle, bottom: 6 - lineHeight / 2, maxWidth: layout.top - 6 }
    : { left: middle, bottom: 10 - lineHeight / 2, maxWidth: Math.max(layout.cellWidth * every, 16) };
  return (
    <div className="matrix-gutter" style={{ left, top: 0, right: 0, height: layout.top }}>
      <span className={turned ? "matrix-label turned" : "matrix-label column"} style={place}>
        {text}
      </span>
    </div>
  );
}
