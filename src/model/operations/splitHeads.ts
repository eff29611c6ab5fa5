import { reshape, transpose } from "@tensorflow/tfjs-core";
import { at, input, lastSize, type Operation } from "./operation";

/** Cuts the width into heads: [B, T, C] → [B, H, T, D]. */
export const splitHeads: Operation<"splitHeads"> = {
  kind: "splitHeads",
  kernel(inputs, { heads }) {
    const [batch = 0, length = 0, width = 0] = input(inputs, 0).shape;
    return transpose(reshape(input(inputs, 0), [batch, length, heads, width / heads]), [0, 2, 1, 3]);
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
