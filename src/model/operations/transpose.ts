import { run } from "./kernels";
import { at, input, type Operation } from "./operation";

/** Rows become columns: [V, C] → [C, V]. Kept from run to run, since its input never changes. */
export const transpose: Operation<"transpose"> = {
  kind: "transpose",
  kernel: (inputs) => run("Transpose", { x: input(inputs, 0) }, { perm: [1, 0] }),
  axes: (inputs) => [...input(inputs, 0)].reverse(),
  cell: (inputs, _, index) => at(input(inputs, 0), index[1] ?? 0, index[0] ?? 0),
};
