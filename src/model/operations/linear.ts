import { fused, reshape, type Tensor2D } from "@tensorflow/tfjs-core";
import { at, input, lastSize, type Operation, splitIndex } from "./operation";

/** y = x W + b: x [..., in], W [in, out], b [out] or absent → [..., out]. */
export const linear: Operation<"linear"> = {
  kind: "linear",
  kernel(inputs) {
    const x = input(inputs, 0);
    const weight = input(inputs, 1);
    const [rows, columns] = [weight.shape[0] ?? 0, weight.shape[1] ?? 0];
    const bias = inputs[2];
    const flat: Tensor2D = reshape(x, [-1, rows]);
    const product = fused.matMul({ a: flat, b: weight, ...(bias ? { bias } : {}) });
    return reshape(product, [...x.shape.slice(0, -1), columns]);
  },
  axes: (inputs, { output }) => [...input(inputs, 0).slice(0, -1), output],
  cell(inputs, _, index) {
    const [x, weight, bias] = [input(inputs, 0), input(inputs, 1), inputs[2]];
    const { before, last } = splitIndex(index);
    let sum = bias ? at(bias, last) : 0;
    for (let i = 0; i < lastSize(x); i++) sum += at(x, ...before, i) * at(weight, i, last);
    return sum;
  },
};
