import { scalar } from "@tensorflow/tfjs-core";
import { costOf } from "./cost";
import { sumOf, term } from "./derivation";
import { run } from "./kernels";
import { input, type Operation } from "./operation";
import { cellRegion, operand, sizeOf } from "./regions";

/** Every cell times `factor`. */
export const scale: Operation<"scale"> = {
  kind: "scale",
  kernel: (inputs, { factor }) => run("Multiply", { a: input(inputs, 0), b: scalar(factor) }),
  axes: (inputs) => input(inputs, 0),
  sources: (_, __, index) => [cellRegion(0, index)],
  derive: (inputs, { factor }, index) => sumOf([term([operand(inputs, 0, index)], factor)]),
  cost(shapes) {
    const size = sizeOf(input(shapes, 0));
    return costOf({ elementwise: size }, size, size);
  },
};
