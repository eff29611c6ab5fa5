/** Operations that bring their own gradient, because the library's is missing on a backend or slow there. */
import { customGrad, type Tensor } from "@tensorflow/tfjs-core";

interface Differentiable {
  /** The result, and what its gradient will need of it; computed without a gradient being recorded. */
  forward(inputs: readonly Tensor[]): { readonly value: Tensor; readonly saved: readonly Tensor[] };
  /** The gradient of each input, given that of the result. */
  backward(slope: Tensor, saved: readonly Tensor[]): readonly Tensor[];
}

/** → the result of `forward` on `inputs`, whose gradient is `backward`. */
export function withGradient(inputs: readonly Tensor[], { forward, backward }: Differentiable): Tensor {
  const operation = customGrad((...all) => {
    const save = all.pop();
    if (typeof save !== "function") throw new Error("The library gave no way to keep values for the gradient.");
    const { value, saved } = forward(all as Tensor[]);
    save([...saved]);
    return { value, gradFunc: (slope: Tensor, kept: Tensor[]) => [...backward(slope, kept)] };
  });
  return operation(...inputs);
}
