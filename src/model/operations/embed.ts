import { costOf } from "./cost";
import { copyOf } from "./derivation";
import { run } from "./kernels";
import { input, type Operation } from "./operation";
import { cellRegion, operand, sizeOf, splitIndex } from "./regions";

/** Row `ids[b, t]` of a table: ids [B, T], table [V, C] → [B, T, C]. */
export const embed: Operation<"embed"> = {
  kind: "embed",
  weights: [null, "table"],
  kernel: (inputs) => run("GatherV2", { x: input(inputs, 1), indices: input(inputs, 0) }, { axis: 0, batchDims: 0 }),
  axes: (inputs) => [...input(inputs, 0), "C"],
  sources(_, __, index, read) {
    const { before, last } = splitIndex(index);
    const id = cellRegion(0, before);
    return read ? [id, cellRegion(1, [read(0, before), last])] : [id];
  },
  derive(inputs, _, index) {
    const { before, last } = splitIndex(index);
    const id = operand(inputs, 0, before);
    return copyOf(operand(inputs, 1, [id.value, last]), id);
  },
  /** A row that several ids choose is read once, but which those are the shapes do not tell. */
  cost(shapes) {
    const [ids, [rows = 0, width = 0]] = [sizeOf(input(shapes, 0)), input(shapes, 1)];
    return costOf({}, ids + Math.min(ids, rows) * width, ids * width);
  },
  formula: ({ result, inputs }) => [`${result} = ${input(inputs, 1)}[\\,${input(inputs, 0)}\\,]`],
  torch: ({ result, inputs }) => `${result} = F.embedding(${input(inputs, 0)}, ${input(inputs, 1)})`,
};
