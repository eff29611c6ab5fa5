import { heapKernel } from "./heapKernels";
import { run } from "./kernels";
import { at, input, lastSize, type Operation } from "./operation";

/** Swaps the two middle dimensions of four: [B, M, N, D] → [B, N, M, D], the result laid out as `shape`. */
export const swapMiddle = heapKernel({
  name: "SwapMiddle",
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
  kernel(inputs, { heads }) {
    const [batch = 0, length = 0, width = 0] = input(inputs, 0).shape;
    const [from, shape] = [
      [batch, length, heads, width / heads],
      [batch, heads, length, width / heads],
    ];
    const quick = swapMiddle([input(inputs, 0)], { from, shape });
    if (quick) return quick;
    const cut = run("Reshape", { x: input(inputs, 0) }, { shape: from });
    return run("Transpose", { x: cut }, { perm: [0, 2, 1, 3] });
  },
  axes(inputs) {
    const [batch = "B", length = "T"] = input(inputs, 0);
    return [batch, "H", length, "D"];
  },
  cell(inputs, { heads }, [b = 0, h = 0, t = 0, d = 0]) {
    const x = input(inputs, 0);
    return at(x, b, t, h * (lastSize(x) / heads) + d);
  },
};
