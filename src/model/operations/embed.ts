import { gather } from "@tensorflow/tfjs-core";
import { at, input, type Operation, splitIndex } from "./operation";

/** Row `ids[b, t]` of a table: ids [B, T], table [V, C] → [B, T, C]. */
export const embed: Operation<"embed"> = {
  kind: "embed",
  kernel: (inputs) => gather(input(inputs, 1), input(inputs, 0)),
  axes: (inputs) => [...input(inputs, 0), "C"],
  cell(inputs, _, index) {
    const { before, last } = splitIndex(index);
    return at(input(inputs, 1), at(input(inputs, 0), ...before), last);
  },
};
