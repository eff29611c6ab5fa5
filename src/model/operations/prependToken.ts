import { concat } from "@tensorflow/tfjs-core";
import { costOf } from "./cost";
import { copyOf } from "./derivation";
import { reshape, run } from "./kernels";
import { input, type Operation } from "./operation";
import { cellRegion, type Index, operand, sizeOf } from "./regions";

/** Which input, and where in it. */
const origin = ([b = 0, t = 0, c = 0]: Index): readonly [number, Index] => (t === 0 ? [1, [0, c]] : [0, [b, t - 1, c]]);

/** Puts one learned token before the patches of every image: x [B, P, C], token [1, C] → [B, P + 1, C]. */
export const prependToken: Operation<"prependToken"> = {
  kind: "prependToken",
  weights: [null, "token"],
  kernel(inputs) {
    const x = input(inputs, 0);
    const [batch = 0, , width = 0] = x.shape;
    const token = reshape(input(inputs, 1), [1, 1, width]);
    return concat([run("Tile", { x: token }, { reps: [batch, 1, 1] }), x], 1);
  },
  axes(inputs) {
    const [batch = "B", , width = "C"] = input(inputs, 0);
    return [batch, "T", width];
  },
  sources: (_, __, index) => [cellRegion(...origin(index))],
  derive: (inputs, _, index) => copyOf(operand(inputs, ...origin(index))),
  cost(shapes) {
    const [batch = 0, patches = 0, width = 0] = input(shapes, 0);
    return costOf({}, sizeOf(input(shapes, 0)) + width, batch * (patches + 1) * width);
  },
  formula: ({ result, inputs }) => [`${result} = \\big[\\,${input(inputs, 1)};\\; ${input(inputs, 0)}\\,\\big]`],
  torch({ result, inputs }) {
    const patches = input(inputs, 0);
    return `${result} = torch.cat([${input(inputs, 1)}.expand(len(${patches}), 1, -1), ${patches}], 1)`;
  },
};
