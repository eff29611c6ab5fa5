import { scalar } from "@tensorflow/tfjs-core";
import { run } from "./kernels";
import { at, input, lastSize, type Operation, splitIndex } from "./operation";

/** Ba, Kiros and Hinton 2016: (x − mean) / √(variance + ε) · gain + bias, over the last dimension. */
export const layerNorm: Operation<"layerNorm"> = {
  kind: "layerNorm",
  kernel(inputs, { epsilon }) {
    const x = input(inputs, 0);
    const overLast = { axis: x.rank - 1, keepDims: true };
    const centred = run("Sub", { a: x, b: run("Mean", { x }, overLast) });
    const variance = run("Mean", { x: run("Square", { x: centred }) }, overLast);
    const scale = run("Rsqrt", { x: run("Add", { a: variance, b: scalar(epsilon) }) });
    const normal = run("Multiply", { a: centred, b: scale });
    return run("Add", { a: run("Multiply", { a: normal, b: input(inputs, 1) }), b: input(inputs, 2) });
  },
  axes: (inputs) => input(inputs, 0),
  cell(inputs, { epsilon }, index) {
    const [x, gain, bias] = [input(inputs, 0), input(inputs, 1), input(inputs, 2)];
    const { before, last } = splitIndex(index);
    const size = lastSize(x);
    let average = 0;
    for (let i = 0; i < size; i++) average += at(x, ...before, i) / size;
    let variance = 0;
    for (let i = 0; i < size; i++) variance += (at(x, ...before, i) - average) ** 2 / size;
    return ((at(x, ...index) - average) / Math.sqrt(variance + epsilon)) * at(gain, last) + at(bias, last);
  },
};
