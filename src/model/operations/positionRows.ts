import { costOf } from "./cost";
import { copyOf } from "./derivation";
import { slice } from "./kernels";
import { input, type Operation } from "./operation";
import { cellRegion, lastSize, operand } from "./regions";

/** The first T rows of a learned position table: ids [B, T], table [maximum, C] → [T, C]. */
export const positionRows: Operation<"positionRows"> = {
  kind: "positionRows",
  weights: [null, "table"],
  kernel(inputs) {
    const table = input(inputs, 1);
    return slice(table, [0, 0], [input(inputs, 0).shape[1] ?? 0, lastSize(table.shape)]);
  },
  axes: (inputs) => [input(inputs, 0)[1] ?? "T", "C"],
  sources: (_, __, index) => [cellRegion(1, index)],
  derive: (inputs, _, index) => copyOf(operand(inputs, 1, index)),
  cost(shapes) {
    const cells = (input(shapes, 0)[1] ?? 0) * lastSize(input(shapes, 1));
    return costOf({}, cells, cells);
  },
  formula: ({ result, inputs }) => [`${result}_{t} = ${input(inputs, 1)}[\\,t\\,]`],
  torch: ({ result, inputs }) => `${result} = ${input(inputs, 1)}[: ${input(inputs, 0)}.shape[1]]`,
};
