import type { Tensor } from "@tensorflow/tfjs-core";
import { mergeHeads as merging } from "../../operations/mergeHeads";
import { input } from "../../operations/operation";
import { splitHeads as splitting } from "../../operations/splitHeads";
import { withGradient } from "./gradient";

/** [B, T, C] → [B, H, T, D]; the gradient goes the way back. */
export function splitHeads(inputs: readonly Tensor[], attributes: { readonly heads: number }): Tensor {
  return withGradient(inputs, {
    forward: (given) => ({ value: splitting.kernel(given, attributes), saved: [] }),
    backward: (slope) => [merging.kernel([slope], {})],
  });
}

/** [B, H, T, D] → [B, T, C]; the gradient goes the way back. */
export function mergeHeads(inputs: readonly Tensor[]): Tensor {
  const heads = input(inputs, 0).shape[1] ?? 1;
  return withGradient(inputs, {
    forward: (given) => ({ value: merging.kernel(given, {}), saved: [] }),
    backward: (slope) => [splitting.kernel([slope], { heads })],
  });
}
