/** What changes do to the steps of a pass, as plain numbers: the engine carries it out, the page explains it. */

/** Rows of one head's result [T, D or S] that are replaced. */
export interface ReplacedRows {
  readonly head: number;
  /** Rows `from` to `to`, not included. */
  readonly from: number;
  readonly to: number;
  /** [rows, columns] row-major, or one row for all; null for zeros. */
  readonly values: Float32Array | null;
  readonly columns: number;
}

/** What happens to one step's result. */
export type Edit =
  /** It is its input of that number, unchanged. */
  | { readonly kind: "skip"; readonly keep: number }
  /** Rows of some heads are replaced; of two on one row the later counts. */
  | { readonly kind: "rows"; readonly rows: readonly ReplacedRows[] };

/** The value that replaced rows put at `index` [b, head, row, column]; null where they leave what was computed. */
export function replacement(
  rows: readonly ReplacedRows[],
  [, head = 0, row = 0, column = 0]: readonly number[],
  columns: number,
): number | null {
  let found: number | null = null;
  for (const one of rows) {
    if (one.head !== head || row < one.from || row >= one.to || !fits(one, columns)) continue;
    found = valueAt(one, row, column);
  }
  return found;
}

function valueAt({ values, columns, from }: ReplacedRows, row: number, column: number): number {
  if (values === null || column >= columns) return 0;
  return values[values.length > columns ? (row - from) * columns + column : column] ?? 0;
}

/** A row set by hand for a longer text stands as long as nothing of it is cut off. */
function fits({ values, columns }: ReplacedRows, width: number): boolean {
  return columns <= width || values === null || values.every((value, at) => at % columns < width || value === 0);
}
