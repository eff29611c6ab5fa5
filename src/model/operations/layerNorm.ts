import { costOf } from "./cost";
import { heapKernel } from "./heapKernels";
import { plus, run, times } from "./kernels";
import { input, type Operation } from "./operation";
import { cellRegion, lastSize, operand, rowRegion, sizeOf, splitIndex } from "./regions";

const fast = heapKernel({
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
  weights: [null, "gain", "bias"],
  kernel(inputs, { epsilon }) {
    const quick = fast(inputs, { epsilon });
    if (quick) return quick;
    const x = input(inputs, 0);
    const overLast = { axis: x.rank - 1, keepDims: true };
    const centred = run("Sub", { a: x, b: run("Mean", { x }, overLast) });
    const variance = run("Mean", { x: run("Square", { x: centred }) }, overLast);
    const scale = run("Rsqrt", { x: plus(variance, epsilon) });
    const normal = times(centred, scale);
    return plus(times(normal, input(inputs, 1)), input(inputs, 2));
  },
  axes: (inputs) => input(inputs, 0),
  sources(shapes, _, index) {
    const { before, last } = splitIndex(index);
    return [rowRegion(0, before, lastSize(input(shapes, 0))), cellRegion(1, [last]), cellRegion(2, [last])];
  },
  derive(inputs, { epsilon }, index) {
    const { before, last } = splitIndex(index);
    const size = lastSize(input(inputs.shapes, 0));
    const row = Array.from({ length: size }, (_, i) => operand(inputs, 0, [...before, i]));
    const mean = row.reduce((sum, { value }) => sum + value, 0) / size;
    const variance = row.reduce((sum, { value }) => sum + (value - mean) ** 2, 0) / size;
    const [cell, gain, bias] = [operand(inputs, 0, index), operand(inputs, 1, [last]), operand(inputs, 2, [last])];
    const centred = cell.value - mean;
    const normal = centred / Math.sqrt(variance + epsilon);
    const result = normal * gain.value + bias.value;
    return { kind: "normalisation", cell, row, mean, variance, epsilon, centred, normal, gain, bias, result };
  },
  /** For a cell: one addition to the mean, one subtraction, a square and its addition, then scale, gain and bias. */
  cost(shapes) {
    const size = sizeOf(input(shapes, 0));
    return costOf({ elementwise: 7 * size }, size + 2 * lastSize(input(shapes, 0)), size);
  },
  formula({ result, inputs }, { epsilon }) {
    const [x, gain, bias] = [input(inputs, 0), input(inputs, 1), input(inputs, 2)];
    const power = Math.log10(epsilon);
    const small = Number.isInteger(power) ? `10^{${power}}` : String(epsilon);
    return [`${result} = \\frac{${x} - \\mu}{\\sqrt{\\sigma^2 + ${small}}} \\odot ${gain} + ${bias}`];
  },
  torch({ result, inputs }, { epsilon }) {
    const [x, gain, bias] = [input(inputs, 0), input(inputs, 1), input(inputs, 2)];
    return `${result} = F.layer_norm(${x}, ${gain}.shape, ${gain}, ${bias}, eps=${epsilon})`;
  },
};
