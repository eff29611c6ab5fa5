import { run } from "./kernels";
import { at, input, type Operation } from "./operation";

/** The sum, cell by cell; the second may lack leading dimensions (a positional encoding has no batch). */
export const add: Operation<"add"> = {
  kind: "add",
  kernel: (inputs) => run("Add", { a: input(inputs, 0), b: input(inputs, 1) }),
  axes: (inputs) => input(inputs, 0),
  cell: (inputs, _, index) => at(input(inputs, 0), ...index) + at(input(inputs, 1), ...index),
};
