import { scalar } from "@tensorflow/tfjs-core";
import { heapKernel } from "./heapKernels";
import { run } from "./kernels";
import { at, input, lastSize, type Operation, splitIndex } from "./operation";

const fast = heapKernel({
  name: "LayerNorm",
  shape: ([x = []]) => x,
  compute(result, [x, gain, bias], [shape], { epsilon }) {
    if (!x || !gain || !bias || !shape) throw new Error("A layer norm needs x, a gain and a bias.");
    const width = shape[shape.length - 1] ?? 1;
    for (let row = 0; row < x.length; row += width) {
      let sum = 0;
      for (let i = 0; i < width; i++) sum += x[row + i] as number;
      const mean = sum / width;
      let squares = 0;
      for (let i = 0; i < width; i++) squares += ((x[row + i] as number) - mean) ** 2;
      const scale = 1 / Math.sqrt(squares / width + Number(epsilon));
      for (let i = 0; i < width; i++) {
        result[row + i] = ((x[row + i] as number) - mean) * scale * (gain[i] as number) + (bias[i] as number);
      }
    }
  },
});

/** Ba, Kiros and Hinton 2016: (x − mean) / √(variance + ε) · gain + bias, over the last dimension. */
export const layerNorm: Operation<"layerNorm"> = {
  kind: "layerNorm",
  kernel(inputs, { epsilon }) {
    const quick = fast(inputs, { epsilon });
    if (quick) return quick;
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
