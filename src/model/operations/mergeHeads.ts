import { run } from "./kernels";
import { at, input, lastSize, type Operation } from "./operation";
import { swapMiddle } from "./splitHeads";

/** Lays the heads side by side again: [B, H, T, D] → [B, T, C]. */
export const mergeHeads: Operation<"mergeHeads"> = {
  kind: "mergeHeads",
  kernel(inputs) {
    const [batch = 0, heads = 0, length = 0, width = 0] = input(inputs, 0).shape;
    const shape = [batch, length, heads * width];
    const quick = swapMiddle([input(inputs, 0)], { from: [batch, heads, length, width], shape });
    if (quick) return quick;
    const swapped = run("Transpose", { x: input(inputs, 0) }, { perm: [0, 2, 1, 3] });
    return run("Reshape", { x: swapped }, { shape });
  },
  axes(inputs) {
    const [batch = "B", , length = "T"] = input(inputs, 0);
    return [batch, length, "C"];
  },
  cell(inputs, _, [b = 0, t = 0, c = 0]) {
    const x = input(inputs, 0);
    return at(x, b, Math.floor(c / lastSize(x)), t, c % lastSize(x));
  },
};
