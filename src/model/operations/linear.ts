import { costOf } from "./cost";
import { sumOf, term } from "./derivation";
import { input, type Operation } from "./operation";
import { product } from "./products";
import { cellRegion, lastSize, operand, rowRegion, sizeOf, splitIndex } from "./regions";

/** y = x W + b: x [..., in], W [in, out], b [out] or absent → [..., out]. */
export const linear: Operation<"linear"> = {
  kind: "linear",
  weights: [null, "weight", "bias"],
  kernel: (inputs) => product(input(inputs, 0), input(inputs, 1), {}, inputs[2]),
  axes: (inputs, { output }) => [...input(inputs, 0).slice(0, -1), output],
  sources(shapes, _, index) {
    const { before, last } = splitIndex(index);
    const size = lastSize(input(shapes, 0));
    const column = { input: 1, from: [0, last], to: [size, last + 1] };
    const product = [rowRegion(0, before, size), column];
    return shapes.length > 2 ? [...product, cellRegion(2, [last])] : product;
  },
  derive(inputs, _, index) {
    const { before, last } = splitIndex(index);
    const products = Array.from({ length: lastSize(input(inputs.shapes, 0)) }, (_, i) =>
      term([operand(inputs, 0, [...before, i]), operand(inputs, 1, [i, last])]),
    );
    return sumOf(inputs.shapes.length > 2 ? [...products, term([operand(inputs, 2, [last])])] : products);
  },
  cost(shapes) {
    const [x, weight, bias] = [input(shapes, 0), input(shapes, 1), shapes[2]];
    const written = (sizeOf(x) / lastSize(x)) * lastSize(weight);
    const read = sizeOf(x) + sizeOf(weight) + (bias ? sizeOf(bias) : 0);
    return costOf({ multiplyAdds: written * lastSize(x), elementwise: bias ? written : 0 }, read, written);
  },
  formula({ result, inputs }) {
    const bias = inputs[2] === undefined ? "" : ` + ${inputs[2]}`;
    return [`${result} = ${input(inputs, 0)} \\, ${input(inputs, 1)}${bias}`];
  },
  torch({ result, inputs }) {
    const bias = inputs[2] === undefined ? "" : ` + ${inputs[2]}`;
    return `${result} = ${input(inputs, 0)} @ ${input(inputs, 1)}${bias}`;
  },
};
