import type { Tensor } from "@tensorflow/tfjs-core";
import { input } from "../../operations/operation";
import { product } from "../../operations/products";
import { withGradient } from "./gradient";

/**
 * Head by head: [B, H, T, D] × [B, H, S, D]ᵀ → [B, H, T, S] with `transposeSecond`, else
 * [B, H, T, S] × [B, H, S, D] → [B, H, T, D].
 */
export function matMul(inputs: readonly Tensor[], { transposeSecond }: { readonly transposeSecond: boolean }): Tensor {
  return withGradient(inputs, {
    forward(given) {
      const [a, b] = [input(given, 0), input(given, 1)];
      return { value: product(a, b, { transposeB: transposeSecond }), saved: [a, b] };
    },
    backward(slope, saved) {
      const [a, b] = [input(saved, 0), input(saved, 1)];
      if (transposeSecond) return [product(slope, b, {}), product(slope, a, { transposeA: true })];
      return [product(slope, b, { transposeB: true }), product(a, slope, { transposeA: true })];
    },
  });
}
