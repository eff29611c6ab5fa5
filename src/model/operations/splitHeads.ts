import { costOf } from "./cost";
import { copyOf } from "./derivation";
import { heapKernel } from "./heapKernels";
import { reshape, run } from "./kernels";
import { input, type Operation } from "./operation";
import { cellRegion, type Index, lastSize, operand, type Shape, sizeOf } from "./regions";

/** Where the result's cell stands in the whole width: [b, h, t, d] → [b, t, c]. */
function origin(shape: Shape, heads: number, [b = 0, h = 0, t = 0, d = 0]: Index): Index {
  return [b, t, h * (lastSize(shape) / heads) + d];
}

/** Swaps the two middle dimensions of four: [B, M, N, D] → [B, N, M, D], the result laid out as `shape`. */
export const swapMiddle = heapKernel({
  shape: (_, { shape }) => shape as number[],
  compute(result, [x], _, { from }) {
    const [batch = 0, rows = 0, columns = 0, depth = 0] = from as number[];
    if (!x) throw new Error("Swapping dimensions needs a tensor.");
    let to = 0;
    for (let b = 0; b < batch; b++) {
      for (let column = 0; column < columns; column++) {
        for (let row = 0; row < rows; row++) {
          const start = ((b * rows + row) * columns + column) * depth;
          for (let d = 0; d < depth; d++) result[to++] = x[start + d] as number;
        }
      }
    }
  },
});

/** Cuts the width into heads: [B, T, C] → [B, H, T, D]. */
export const splitHeads: Operation<"splitHeads"> = {
  kind: "splitHeads",
  weights: [],
  kernel(inputs, { heads }) {
    const [batch = 0, length = 0, width = 0] = input(inputs, 0).shape;
    const [from, shape] = [
      [batch, length, heads, width / heads],
      [batch, heads, length, width / heads],
    ];
    const quick = swapMiddle([input(inputs, 0)], { from, shape });
    if (quick) return quick;
    const cut = reshape(input(inputs, 0), from);
    return run("Transpose", { x: cut }, { perm: [0, 2, 1, 3] });
  },
  axes(inputs) {
    const [batch = "B", length = "T"] = input(inputs, 0);
    return [batch, "H", length, "D"];
  },
  sources: (shapes, { heads }, index) => [cellRegion(0, origin(input(shapes, 0), heads, index))],
  derive: (inputs, { heads }, index) => copyOf(operand(inputs, 0, origin(input(inputs.shapes, 0), heads, index))),
  cost(shapes) {
    const size = sizeOf(input(shapes, 0));
    return costOf({}, size, size);
  },
  formula: ({ result, inputs }, { heads }) => [`\\big[\\,${result}\\,\\big]_{h=1}^{${heads}} = ${input(inputs, 0)}`],
  torch: ({ result, inputs }, { heads }) =>
    `${result} = ${input(inputs, 0)}.unflatten(-1, (${heads}, -1)).transpose(1, 2)`,
};
