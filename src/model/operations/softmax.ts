import { run } from "./kernels";
import { at, input, lastSize, type Operation, splitIndex } from "./operation";

/** e^x over the sum of e^x along the last dimension, so that it adds up to 1. */
export const softmax: Operation<"softmax"> = {
  kind: "softmax",
  kernel: (inputs) => run("Softmax", { logits: input(inputs, 0) }, { dim: input(inputs, 0).rank - 1 }),
  axes: (inputs) => input(inputs, 0),
  cell(inputs, _, index) {
    const x = input(inputs, 0);
    const { before, last } = splitIndex(index);
    const row = Array.from({ length: lastSize(x) }, (_, i) => at(x, ...before, i));
    // Shifting by the maximum changes nothing but keeps e^x from overflowing.
    const largest = Math.max(...row);
    const sum = row.reduce((total, value) => total + Math.exp(value - largest), 0);
    return Math.exp((row[last] ?? Number.NaN) - largest) / sum;
  },
};
