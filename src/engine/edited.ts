/** What a step gives that is changed: one of its inputs as it came, or its own result with rows of some heads replaced. */
import { type Tensor, tensor } from "@tensorflow/tfjs-core";
import { type ReplacedRows, replacement } from "../model/edits";
import { plus, run, times } from "../model/operations/kernels";

/** Input `number`, counted from 0, of the step of that name. */
export function skipped(name: string, inputs: readonly Tensor[], number: number): Tensor {
  const passed = inputs[number];
  if (!passed) throw new Error(`${name} has ${inputs.length} inputs; input ${number}, counted from 0, is to pass.`);
  return run("Identity", { x: passed });
}

/** The result [B, H, T, W] with rows of some heads replaced in every batch. */
export function replaced(whole: Tensor, rows: readonly ReplacedRows[]): Tensor {
  const [, heads = 0, length = 0, width = 0] = whole.shape;
  const kept = new Float32Array(heads * length).fill(1);
  const put = new Float32Array(heads * length * width);
  for (let row = 0; row < kept.length; row++) {
    const place = [0, Math.floor(row / length), row % length];
    for (let column = 0; column < width; column++) {
      const value = replacement(rows, [...place, column], width);
      if (value === null) break;
      kept[row] = 0;
      put[row * width + column] = value;
    }
  }
  const left = times(whole, tensor(kept, [1, heads, length, 1]));
  return put.some((value) => value !== 0) ? plus(left, tensor(put, [1, heads, length, width])) : left;
}
