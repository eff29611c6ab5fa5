import type { TracedArray, ValueWindow } from "./protocol";
import type { Runner } from "./runner";

/** Rows and columns of a value's last two dimensions; a vector is one row. null where there is no such value. */
export async function readWindow(
  runner: Runner,
  name: string,
  { index, rows, columns }: ValueWindow,
): Promise<TracedArray | null> {
  const value = runner.find(name);
  if (!value) return null;
  const { shape } = value.tensor;
  const leading = Math.max(0, shape.length - 2);
  const wanted = [
    ...Array.from({ length: leading }, (_, at) => [index[at] ?? 0, (index[at] ?? 0) + 1] as const),
    ...(shape.length > 1 ? [rows, columns] : [columns]),
  ];
  const cut = (place: number, at: number) => Math.min(Math.max(0, place), shape[at] ?? 0);
  const from = wanted.map(([start], at) => cut(start, at));
  const to = wanted.map(([start, end], at) => Math.max(cut(start, at), cut(end, at)));
  const sizes = to.map((end, at) => end - (from[at] ?? 0));
  const data = sizes.includes(0) ? new Float32Array() : await runner.readWindow(name, from, to);
  return {
    shape: sizes.slice(leading),
    axes: value.axes.slice(leading),
    data: data instanceof Float32Array ? data : new Float32Array(data ?? []),
  };
}
