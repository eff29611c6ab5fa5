import { add, mean, mul, rsqrt, square, sub } from "@tensorflow/tfjs-core";
import { at, input, lastSize, type Operation, splitIndex } from "./operation";

/** Ba, Kiros and Hinton 2016: (x − mean) / √(variance + ε) · gain + bias, over the last dimension. */
export const layerNorm: Operation<"layerNorm"> = {
  kind: "layerNorm",
  kernel(inputs, { epsilon }) {
    const centred = sub(input(inputs, 0), mean(input(inputs, 0), -1, true));
    const variance = mean(square(centred), -1, true);
    const normal = mul(centred, rsqrt(add(variance, epsilon)));
    return add(mul(normal, input(inputs, 1)), input(inputs, 2));
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
