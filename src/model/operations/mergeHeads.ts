import { costOf } from "./cost";
import { copyOf } from "./derivation";
import { reshape, run } from "./kernels";
import { input, type Operation } from "./operation";
import { cellRegion, type Index, lastSize, operand, type Shape, sizeOf } from "./regions";
import { swapMiddle } from "./splitHeads";

/** Where the result's cell stands in its head: [b, t, c] → [b, h, t, d]. */
function origin(shape: Shape, [b = 0, t = 0, c = 0]: Index): Index {
  return [b, Math.floor(c / lastSize(shape)), t, c % lastSize(shape)];
}

/** Lays the heads side by side again: [B, H, T, D] → [B, T, C]. */
export const mergeHeads: Operation<"mergeHeads"> = {
  kind: "mergeHeads",
  weights: [],
  kernel(inputs) {
    const [batch = 0, heads = 0, length = 0, width = 0] = input(inputs, 0).shape;
    const shape = [batch, length, heads * width];
    const quick = swapMiddle([input(inputs, 0)], { from: [batch, heads, length, width], shape });
    if (quick) return quick;
    const swapped = run("Transpose", { x: input(inputs, 0) }, { perm: [0, 2, 1, 3] });
    return reshape(swapped, shape);
  },
  axes(inputs) {
    const [batch = "B", , length = "T"] = input(inputs, 0);
    return [batch, length, "C"];
  },
  sources: (shapes, _, index) => [cellRegion(0, origin(input(shapes, 0), index))],
  derive: (inputs, _, index) => copyOf(operand(inputs, 0, origin(input(inputs.shapes, 0), index))),
  cost(shapes) {
    const size = sizeOf(input(shapes, 0));
    return costOf({}, size, size);
  },
  formula: ({ result, inputs }) => [`${result} = \\big[\\,${input(inputs, 0)}\\,\\big]_{h=1}^{H}`],
  torch: ({ result, inputs }) => `${result} = ${input(inputs, 0)}.transpose(1, 2).flatten(2)`,
};
