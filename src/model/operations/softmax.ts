import { costOf } from "./cost";
import { run } from "./kernels";
import { input, type Operation } from "./operation";
import { lastSize, operand, rowRegion, sizeOf, splitIndex } from "./regions";

/** e^x over the sum of e^x along the last dimension, so that it adds up to 1. */
export const softmax: Operation<"softmax"> = {
  kind: "softmax",
  weights: [],
  kernel: (inputs) => run("Softmax", { logits: input(inputs, 0) }, { dim: input(inputs, 0).rank - 1 }),
  axes: (inputs) => input(inputs, 0),
  sources: (shapes, _, index) => [rowRegion(0, splitIndex(index).before, lastSize(input(shapes, 0)))],
  derive(inputs, _, index) {
    const { before, last } = splitIndex(index);
    const size = lastSize(input(inputs.shapes, 0));
    const row = Array.from({ length: size }, (_, i) => operand(inputs, 0, [...before, i]));
    const maximum = row.reduce((most, { value }) => Math.max(most, value), Number.NEGATIVE_INFINITY);
    const terms = row.map((operand) => ({ operand, exponential: Math.exp(operand.value - maximum) }));
    const denominator = terms.reduce((sum, { exponential }) => sum + exponential, 0);
    const numerator = terms[last]?.exponential ?? Number.NaN;
    return { kind: "softmax", place: last, terms, maximum, numerator, denominator, result: numerator / denominator };
  },
  /** For a cell: the search for the maximum, its subtraction, e^x, the sum, the division. */
  cost(shapes) {
    const size = sizeOf(input(shapes, 0));
    return costOf({ elementwise: 5 * size }, size, size);
  },
  formula({ result, inputs }) {
    const share = "\\frac{e^{s_j}}{\\sum_k e^{s_k}}";
    return [`${result} = \\operatorname{softmax}(${input(inputs, 0)})`, `\\operatorname{softmax}(s)_j = ${share}`];
  },
  torch: ({ result, inputs }) => `${result} = torch.softmax(${input(inputs, 0)}, dim=-1)`,
};
