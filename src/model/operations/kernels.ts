/**
 * TensorFlow.js kernels without the checks around them, which at the sizes shown here cost more than the arithmetic.
 * What a kernel computes and how its gradient is found stay the library's.
 */
import { engine, type NamedAttrMap, type NamedTensorMap, scalar, type Tensor } from "@tensorflow/tfjs-core";

/** Runs one kernel of the current backend; recorded for a gradient as any other is. */
export function run(kernel: string, inputs: NamedTensorMap, attributes?: NamedAttrMap): Tensor {
  const result = engine().runKernel(kernel, inputs, attributes);
  if (Array.isArray(result)) throw new Error(`The kernel ${kernel} gives several results.`);
  return result;
}

/** Whether a gradient is being recorded; inside an operation that brings its own, none is. */
export function learning(): boolean {
  const { gradientDepth, kernelDepth } = engine().state;
  return gradientDepth > 0 && kernelDepth === 0;
}

/** A number as a tensor, where one is not yet. */
const operand = (x: Tensor | number) => (typeof x === "number" ? scalar(x) : x);

/** a + b, broadcast. */
export const plus = (a: Tensor | number, b: Tensor | number): Tensor => run("Add", { a: operand(a), b: operand(b) });

/** a · b, cell by cell, broadcast. */
export const times = (a: Tensor | number, b: Tensor | number): Tensor =>
  run("Multiply", { a: operand(a), b: operand(b) });

export const reshape = (x: Tensor, shape: readonly number[]): Tensor => run("Reshape", { x }, { shape: [...shape] });

/** The cells from `begin` on, `size` of them in each dimension. */
export const slice = (x: Tensor, begin: readonly number[], size: readonly number[]): Tensor =>
  run("Slice", { x }, { begin: [...begin], size: [...size] });
