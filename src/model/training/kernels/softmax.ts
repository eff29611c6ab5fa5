import type { Tensor } from "@tensorflow/tfjs-core";
import { heapKernel } from "../../operations/heapKernels";
import { run } from "../../operations/kernels";
import { input } from "../../operations/operation";
import { withGradient } from "./gradient";

/** Of p = softmax(s): ds = p ⊙ (dp − Σ p ⊙ dp), row by row. */
const slopeOf = heapKernel({
  shape: ([p = []]) => p,
  compute(result, [p, slope], [shape = []]) {
    if (!p || !slope) throw new Error("The slope of a softmax needs its result and the slope of that.");
    const width = shape.at(-1) ?? 1;
    for (let row = 0; row < p.length; row += width) {
      let sum = 0;
      for (let i = row; i < row + width; i++) sum += (p[i] as number) * (slope[i] as number);
      for (let i = row; i < row + width; i++) result[i] = (p[i] as number) * ((slope[i] as number) - sum);
    }
  },
});

/** Over the last dimension. */
export function softmax(inputs: readonly Tensor[]): Tensor {
  return withGradient(inputs, {
    forward(given) {
      const logits = input(given, 0);
      const value = run("Softmax", { logits }, { dim: logits.rank - 1 });
      return { value, saved: [value] };
    },
    backward(slope, saved) {
      const p = input(saved, 0);
      const quick = slopeOf([p, slope]);
      if (quick) return [quick];
      const weighted = run("Multiply", { a: p, b: slope });
      const sums = run("Sum", { x: weighted }, { axis: p.rank - 1, keepDims: true });
      return [run("Sub", { a: weighted, b: run("Multiply", { a: p, b: sums }) })];
    },
  });
}
