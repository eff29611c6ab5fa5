import { costOf } from "./cost";
import { sumOf, term } from "./derivation";
import { plus } from "./kernels";
import { input, type Operation } from "./operation";
import { broadcast, cellRegion, operand, sizeOf } from "./regions";

/** The sum, cell by cell; the second may lack leading dimensions (a positional encoding has no batch). */
export const add: Operation<"add"> = {
  kind: "add",
  weights: [],
  kernel: (inputs) => plus(input(inputs, 0), input(inputs, 1)),
  axes: (inputs) => input(inputs, 0),
  sources: (shapes, _, index) => [cellRegion(0, index), cellRegion(1, broadcast(input(shapes, 1), index))],
  derive(inputs, _, index) {
    const second = operand(inputs, 1, broadcast(input(inputs.shapes, 1), index));
    return sumOf([term([operand(inputs, 0, index)]), term([second])]);
  },
  cost(shapes) {
    const size = sizeOf(input(shapes, 0));
    return costOf({ elementwise: size }, size + sizeOf(input(shapes, 1)), size);
  },
  formula: ({ result, inputs }) => [`${result} = ${input(inputs, 0)} + ${input(inputs, 1)}`],
  torch: ({ result, inputs }) => `${result} = ${input(inputs, 0)} + ${input(inputs, 1)}`,
};
