import { costOf } from "./cost";
import { copyOf } from "./derivation";
import { run } from "./kernels";
import { input, type Operation, transposed } from "./operation";
import { cellRegion, operand, sizeOf } from "./regions";

/** Rows become columns: [V, C] → [C, V]. Kept from run to run, since its input never changes. */
export const transpose: Operation<"transpose"> = {
  kind: "transpose",
  weights: ["table"],
  kernel: (inputs) => run("Transpose", { x: input(inputs, 0) }, { perm: [1, 0] }),
  axes: (inputs) => [...input(inputs, 0)].reverse(),
  sources: (_, __, [row = 0, column = 0]) => [cellRegion(0, [column, row])],
  derive: (inputs, _, [row = 0, column = 0]) => copyOf(operand(inputs, 0, [column, row])),
  cost(shapes) {
    const size = sizeOf(input(shapes, 0));
    return costOf({}, size, size);
  },
  formula: ({ result, inputs }) => [`${result} = ${transposed(input(inputs, 0))}`],
  torch: ({ result, inputs }) => `${result} = ${input(inputs, 0)}.T`,
};
