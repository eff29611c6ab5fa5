import { scalar, type Tensor } from "@tensorflow/tfjs-core";
import { heapKernel } from "../../operations/heapKernels";
import { run } from "../../operations/kernels";
import { layerNorm as operation } from "../../operations/layerNorm";
import { input } from "../../operations/operation";
import { withGradient } from "./gradient";

/** dx = (g − mean(g) − n · mean(g ⊙ n)) / σ with g = dy ⊙ gain and n the normalised row. */
const slopeOfX = heapKernel({
  shape: ([x = []]) => x,
  compute(result, [x, gain, slope], [shape = []], { epsilon }) {
    if (!x || !gain || !slope) throw new Error("The slope of a layer norm needs x, the gain and a slope.");
    const width = shape.at(-1) ?? 1;
    for (let row = 0; row < x.length; row += width) {
      const { mean, scale } = rowOf(x, row, width, Number(epsilon));
      let [sum, product] = [0, 0];
      for (let i = 0; i < width; i++) {
        const g = (slope[row + i] as number) * (gain[i] as number);
        sum += g;
        product += g * ((x[row + i] as number) - mean) * scale;
      }
      for (let i = 0; i < width; i++) {
        const normal = ((x[row + i] as number) - mean) * scale;
        const g = (slope[row + i] as number) * (gain[i] as number);
        result[row + i] = (g - sum / width - (normal * product) / width) * scale;
      }
    }
  },
});

/** The sums over all rows of dy ⊙ n and of dy: the gradients of gain and bias, [2, C]. */
const slopeOfWeights = heapKernel({
  shape: ([x = []]) => [2, x.at(-1) ?? 1],
  compute(result, [x, slope], [shape = []], { epsilon }) {
    if (!x || !slope) throw new Error("The slopes of a layer norm's weights need x and a slope.");
    const width = shape.at(-1) ?? 1;
    result.fill(0);
    for (let row = 0; row < x.length; row += width) {
      const { mean, scale } = rowOf(x, row, width, Number(epsilon));
      for (let i = 0; i < width; i++) {
        const dy = slope[row + i] as number;
        result[i] = (result[i] as number) + dy * ((x[row + i] as number) - mean) * scale;
        result[width + i] = (result[width + i] as number) + dy;
      }
    }
  },
});

function rowOf(x: Float32Array, row: number, width: number, epsilon: number) {
  let [sum, squares] = [0, 0];
  for (let i = row; i < row + width; i++) sum += x[i] as number;
  const mean = sum / width;
  for (let i = row; i < row + width; i++) squares += ((x[i] as number) - mean) ** 2;
  return { mean, scale: 1 / Math.sqrt(squares / width + epsilon) };
}

/** (x − mean) / √(variance + ε) · gain + bias, over the last dimension (Ba, Kiros and Hinton 2016). */
export function layerNorm(inputs: readonly Tensor[], attributes: { readonly epsilon: number }): Tensor {
  const [whole, width] = [input(inputs, 0).rank - 1, input(inputs, 1).size];
  return withGradient(inputs, {
    forward: (given) => ({ value: operation.kernel(given, attributes), saved: given.slice(0, 2) }),
    backward(slope, saved) {
      const [x, gain] = [input(saved, 0), input(saved, 1)];
      const quick = slopeOfX([x, gain, slope], { ...attributes });
      const weights = slopeOfWeights([x, slope], { ...attributes });
      if (quick && weights) {
        const rowOfTwo = (row: number) => run("Slice", { x: weights }, { begin: [row, 0], size: [1, width] });
        return [quick, ...[0, 1].map((row) => run("Reshape", { x: rowOfTwo(row) }, { shape: [width] }))];
      }
      return composed(x, gain, slope, attributes.epsilon, whole);
    },
  });
}

/** The same of the library's kernels. */
function composed(x: Tensor, gain: Tensor, slope: Tensor, epsilon: number, last: number): Tensor[] {
  const mean = (x: Tensor) => run("Mean", { x }, { axis: last, keepDims: true });
  const times = (a: Tensor, b: Tensor) => run("Multiply", { a, b });
  const less = (a: Tensor, b: Tensor) => run("Sub", { a, b });
  const centred = less(x, mean(x));
  const variance = mean(run("Square", { x: centred }));
  const scale = run("Rsqrt", { x: run("Add", { a: variance, b: scalar(epsilon) }) });
  const normal = times(centred, scale);
  const g = times(slope, gain);
  const dx = times(less(less(g, mean(g)), times(normal, mean(times(g, normal)))), scale);
  const overRows = (x: Tensor) =>
    run("Sum", { x }, { axis: Array.from({ length: last }, (_, i) => i), keepDims: false });
  return [dx, overRows(times(slope, normal)), overRows(slope)];
}
