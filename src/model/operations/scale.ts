import { scalar } from "@tensorflow/tfjs-core";
import { run } from "./kernels";
import { at, input, type Operation } from "./operation";

/** Every cell times `factor`. */
export const scale: Operation<"scale"> = {
  kind: "scale",
  kernel: (inputs, { factor }) => run("Multiply", { a: input(inputs, 0), b: scalar(factor) }),
  axes: (inputs) => input(inputs, 0),
  cell: (inputs, { factor }, index) => at(input(inputs, 0), ...index) * factor,
};
