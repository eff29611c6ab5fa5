import { gather } from "@tensorflow/tfjs-core";
import { costOf } from "./cost";
import { copyOf } from "./derivation";
import { input, type Operation } from "./operation";
import { cellRegion, lastSize, operand, sizeOf, splitIndex } from "./regions";

/** Row `ids[b, t]` of a table: ids [B, T], table [V, C] → [B, T, C]. */
export const embed: Operation<"embed"> = {
  kind: "embed",
  kernel: (inputs) => gather(input(inputs, 1), input(inputs, 0)),
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
  cost(shapes) {
    const ids = sizeOf(input(shapes, 0));
    const cells = ids * lastSize(input(shapes, 1));
    return costOf({}, ids + cells, cells);
  },
};
