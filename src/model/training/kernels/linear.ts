import type { Tensor } from "@tensorflow/tfjs-core";
import { heapKernel } from "../../operations/heapKernels";
import { reshape, run } from "../../operations/kernels";
import { input } from "../../operations/operation";
import { product } from "../../operations/products";
import { withGradient } from "./gradient";

/** The sums of the columns: [N, C] → [C]. */
const columnSums = heapKernel({
  shape: ([x = []]) => [x.at(-1) ?? 1],
  compute(result, [x], [shape = []]) {
    if (!x) throw new Error("A sum needs numbers.");
    const width = shape.at(-1) ?? 1;
    result.fill(0);
    for (let row = 0; row < x.length; row += width) {
      for (let i = 0; i < width; i++) result[i] = (result[i] as number) + (x[row + i] as number);
    }
  },
});

/** y = x W + b over the rows of the whole batch: x [..., in], W [in, out], b [out] or absent → [..., out]. */
export function linear(inputs: readonly Tensor[]): Tensor {
  const [x, weight] = [input(inputs, 0), input(inputs, 1)];
  const [ins = 0, outs = 0] = weight.shape;
  const rows = x.size / ins;
  const batch = (tensor: Tensor) => reshape(tensor, [1, rows, tensor.size / rows]);
  const matrix = (tensor: Tensor) => reshape(tensor, [1, ins, outs]);
  return withGradient(inputs, {
    forward(given) {
      const [x, weight] = [input(given, 0), input(given, 1)];
      const y = product(batch(x), matrix(weight), {}, given[2]);
      return { value: reshape(y, [...x.shape.slice(0, -1), outs]), saved: [x, weight] };
    },
    backward(slope, saved) {
      const [x, weight, dy] = [input(saved, 0), input(saved, 1), batch(slope)];
      const dx = reshape(product(dy, matrix(weight), { transposeB: true }), x.shape);
      const dw = reshape(product(batch(x), dy, { transposeA: true }), weight.shape);
      if (inputs.length === 2) return [dx, dw];
      const all = reshape(slope, [rows, outs]);
      return [dx, dw, columnSums([all]) ?? run("Sum", { x: all }, { axis: 0, keepDims: false })];
    },
  });
}
