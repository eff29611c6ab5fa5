import { tensor2d } from "@tensorflow/tfjs-core";
import { input, type Operation } from "./operation";

/**
 * Sine in even cells, cosine in odd ones ("Attention Is All You Need", section 3.5).
 * @param position token number from 0
 * @param cell cell of the model width, from 0
 * @param width C
 */
export function sinusoidCell(position: number, cell: number, width: number): number {
  const angle = position / 10_000 ** ((cell - (cell % 2)) / width);
  return cell % 2 === 0 ? Math.sin(angle) : Math.cos(angle);
}

/** Tables by width, as long as was asked for so far: sines of thousands of angles are slow to compute anew. */
const tables = new Map<number, Float32Array>();

function table(length: number, width: number): Float32Array {
  const known = tables.get(width);
  if (known && known.length >= length * width) return known.slice(0, length * width);
  const made = Float32Array.from({ length: length * width }, (_, i) =>
    sinusoidCell(Math.floor(i / width), i % width, width),
  );
  tables.set(width, made);
  return made.slice();
}

/** The positional encoding for as many positions as there are ids: ids [B, T] → [T, C]. */
export const sinusoid: Operation<"sinusoid"> = {
  kind: "sinusoid",
  kernel(inputs, { width }) {
    const length = input(inputs, 0).shape[1] ?? 0;
    return tensor2d(table(length, width), [length, width]);
  },
  axes: (inputs) => [input(inputs, 0)[1] ?? "T", "C"],
  cell: (_, { width }, index) => sinusoidCell(index[0] ?? 0, index[1] ?? 0, width),
};
