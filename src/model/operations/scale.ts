import { mul } from "@tensorflow/tfjs-core";
import { at, input, type Operation } from "./operation";

/** Every cell times `factor`. */
export const scale: Operation<"scale"> = {
  kind: "scale",
  kernel: (inputs, { factor }) => mul(input(inputs, 0), factor),
  axes: (inputs) => input(inputs, 0),
  cell: (inputs, { factor }, index) => at(input(inputs, 0), ...index) * factor,
};
