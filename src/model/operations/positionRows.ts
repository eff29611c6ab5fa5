import { slice } from "@tensorflow/tfjs-core";
import { at, input, type Operation } from "./operation";

/** The first T rows of a learned position table: ids [B, T], table [maximum, C] → [T, C]. */
export const positionRows: Operation<"positionRows"> = {
  kind: "positionRows",
  kernel: (inputs) => slice(input(inputs, 1), 0, input(inputs, 0).shape[1] ?? 0),
  axes: (inputs) => [input(inputs, 0)[1] ?? "T", "C"],
  cell: (inputs, _, index) => at(input(inputs, 1), ...index),
};
