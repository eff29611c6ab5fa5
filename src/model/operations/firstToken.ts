import { costOf } from "./cost";
import { copyOf } from "./derivation";
import { reshape, slice } from "./kernels";
import { input, type Operation } from "./operation";
import { cellRegion, type Index, operand } from "./regions";

const origin = ([b = 0, c = 0]: Index): Index => [b, 0, c];

/** The vector of the first token, which stands for the whole: [B, T, C] → [B, C]. */
export const firstToken: Operation<"firstToken"> = {
  kind: "firstToken",
  weights: [],
  kernel(inputs) {
    const x = input(inputs, 0);
    const [batch = 0, , width = 0] = x.shape;
    return reshape(slice(x, [0, 0, 0], [batch, 1, width]), [batch, width]);
  },
  axes(inputs) {
    const [batch = "B", , width = "C"] = input(inputs, 0);
    return [batch, width];
  },
  sources: (_, __, index) => [cellRegion(0, origin(index))],
  derive: (inputs, _, index) => copyOf(operand(inputs, 0, origin(index))),
  cost(shapes) {
    const [batch = 0, , width = 0] = input(shapes, 0);
    return costOf({}, batch * width, batch * width);
  },
  formula: ({ result, inputs }) => [`${result} = ${input(inputs, 0)}_{t=0}`],
  torch: ({ result, inputs }) => `${result} = ${input(inputs, 0)}[:, 0]`,
};
