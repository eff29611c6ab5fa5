import { type Tensor, tensor4d } from "@tensorflow/tfjs-core";
import { costOf } from "./cost";
import { plus, reshape, times } from "./kernels";
import { input, type Operation } from "./operation";
import { cellRegion, operand, sizeOf } from "./regions";

/**
 * Added to a score that must not count: so low that its softmax is exactly 0 in float32,
 * yet finite, so that no backend makes NaN of it.
 */
export const masked = -1e9;

/**
 * Hides keys: scores [B, H, T, S], keep [B, S] (1 keeps, absent keeps all) → [B, H, T, S].
 * With `causal`, keys later than the query are hidden too.
 */
export const mask: Operation<"mask"> = {
  kind: "mask",
  weights: [],
  kernel(inputs, { causal }) {
    const keep = inputs[1];
    let result: Tensor = input(inputs, 0);
    const [, , queries = 0, keys = 0] = result.shape;
    if (causal) {
      const later = new Float32Array(queries * keys);
      for (let q = 0; q < queries; q++) later.fill(masked, q * keys + q + 1, (q + 1) * keys);
      result = plus(result, tensor4d(later, [1, 1, queries, keys]));
    }
    // (1 − keep) · masked.
    if (keep) result = plus(result, plus(times(reshape(keep, [keep.size / keys, 1, 1, keys]), -masked), masked));
    return result;
  },
  axes: (inputs) => input(inputs, 0),
  sources(shapes, _, index) {
    const [b = 0, , , key = 0] = index;
    return shapes.length > 1 ? [cellRegion(0, index), cellRegion(1, [b, key])] : [cellRegion(0, index)];
  },
  derive(inputs, { causal }, index) {
    const [b = 0, , query = 0, key = 0] = index;
    const score = operand(inputs, 0, index);
    const keep = inputs.shapes.length > 1 ? operand(inputs, 1, [b, key]) : null;
    const future = causal && key > query;
    const padding = keep?.value === 0 ? keep : null;
    const result = score.value + (future ? masked : 0) + (padding ? masked : 0);
    return { kind: "mask", score, future, padding, result };
  },
  cost(shapes, { causal }) {
    const [size, keep] = [sizeOf(input(shapes, 0)), shapes[1]];
    const additions = (causal ? 1 : 0) + (keep ? 1 : 0);
    return costOf({ elementwise: additions * size }, size + (keep ? sizeOf(keep) : 0), size);
  },
  formula({ result, inputs }, { causal }) {
    const [future, padding] = ["j > i", `${inputs[1]}_j = 0`];
    const hidden = causal ? (inputs.length > 1 ? `${future} \\;\\lor\\; ${padding}` : future) : padding;
    const cases = `\\begin{cases} -10^9 & ${hidden} \\\\ 0 \\end{cases}`;
    return [`${result} = ${input(inputs, 0)} + M`, `M_{ij} = ${cases}`];
  },
  torch({ result, inputs }, { causal }) {
    const scores = input(inputs, 0);
    const later = `torch.ones(${scores}.shape[-2:]).triu(diagonal=1)`;
    const future = causal ? ` - 1e9 * ${later}` : "";
    const padding = inputs.length > 1 ? ` - 1e9 * (1 - ${inputs[1]}[:, None, None, :])` : "";
    return `${result} = ${scores}${future}${padding}`;
  },
};
