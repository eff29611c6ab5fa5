/** Figures' values as text for other programs. Numbers keep all digits of a 32-bit float. */

export interface LabelledMatrix {
  /** [rows, columns], row-major. */
  readonly data: Float32Array;
  readonly rowLabels: readonly string[];
  readonly columnLabels: readonly string[];
}

/** Nine digits tell every 32-bit float from its neighbours; null for what is no number, as JSON has none. */
function exact(value: number): number | null {
  return Number.isFinite(value) ? Number(value.toPrecision(9)) : null;
}

/** `{"rows": […], "columns": […], "values": [[…], …]}`. */
export function matrixJson({ data, rowLabels, columnLabels }: LabelledMatrix): string {
  const columns = columnLabels.length;
  const values = rowLabels.map((_, row) => Array.from(data.subarray(row * columns, (row + 1) * columns), exact));
  return `${JSON.stringify({ rows: rowLabels, columns: columnLabels, values })}\n`;
}

/** RFC 4180: a line of column labels, then a line for each row, its label first; an empty field for what is no number. */
export function matrixCsv({ data, rowLabels, columnLabels }: LabelledMatrix): string {
  const columns = columnLabels.length;
  const lines = rowLabels.map((label, row) => {
    const numbers = Array.from(data.subarray(row * columns, (row + 1) * columns), (value) => exact(value) ?? "");
    return [field(label), ...numbers].join(",");
  });
  return `${[["", ...columnLabels.map(field)].join(","), ...lines].join("\r\n")}\r\n`;
}

function field(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A name that every file system takes: "attention of block 2, head 1" → "attention-of-block-2-head-1". */
export function fileName(title: string, extension: string): string {
  const plain = title
    .normalize("NFKC")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 80);
  return `${plain === "" ? "figure" : plain}.${extension}`;
}
