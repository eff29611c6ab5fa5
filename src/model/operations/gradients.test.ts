/** Every operation has a gradient, and it is the slope of what the operation says of its cells. */
import * as tf from "@tensorflow/tfjs";
import { beforeAll, describe, expect, it } from "vitest";
import { type Attributes, type Kind, operations } from ".";
import { wholeRegion, windowed } from "./regions";

interface Case<K extends Kind = Kind> {
  readonly kind: K;
  readonly shapes: readonly (readonly number[])[];
  readonly attributes: Attributes[K];
}

const made = <K extends Kind>(kind: K, shapes: readonly (readonly number[])[], attributes: Attributes[K]): Case =>
  ({ kind, shapes, attributes }) as Case;

const cases: readonly Case[] = [
  made(
    "add",
    [
      [1, 3, 4],
      [3, 4],
    ],
    {},
  ),
  made("scale", [[1, 3, 4]], { factor: 8 }),
  made("linear", [[1, 3, 4], [4, 5], [5]], { output: "F" }),
  made("transpose", [[3, 4]], {}),
  made("splitHeads", [[1, 3, 4]], { heads: 2 }),
  made("mergeHeads", [[1, 2, 3, 2]], {}),
  made(
    "matMul",
    [
      [1, 2, 3, 2],
      [1, 2, 4, 2],
    ],
    { transposeSecond: true },
  ),
  made(
    "matMul",
    [
      [1, 2, 3, 4],
      [1, 2, 4, 2],
    ],
    { transposeSecond: false },
  ),
  made("softmax", [[1, 2, 3, 4]], {}),
  made("layerNorm", [[1, 3, 4], [4], [4]], { epsilon: 1e-5 }),
  made("activation", [[1, 3, 4]], { function: "relu" }),
  made("activation", [[1, 3, 4]], { function: "gelu" }),
  made("activation", [[1, 3, 4]], { function: "geluTanh" }),
  made("activation", [[1, 3, 4]], { function: "silu" }),
  made("activation", [[1, 3, 4]], { function: "tanh" }),
  made("firstToken", [[2, 3, 4]], {}),
  made(
    "prependToken",
    [
      [2, 3, 4],
      [1, 4],
    ],
    {},
  ),
];

/** Values away from 0, where ReLU has a corner. */
const filled = (shape: readonly number[], seed: number) =>
  Array.from({ length: shape.reduce((a, b) => a * b, 1) }, (_, i) => {
    const value = Math.sin(1 + seed * 7 + i * 2.3);
    return value + Math.sign(value) * 0.2;
  });

function* indices(shape: readonly number[]): Generator<number[]> {
  const [size, ...rest] = shape;
  if (size === undefined) yield [];
  else for (let i = 0; i < size; i++) for (const inner of indices(rest)) yield [i, ...inner];
}

describe("gradients", () => {
  beforeAll(() => tf.setBackend("cpu"));

  it.each(cases.map((one) => [`${one.kind} ${JSON.stringify(one.attributes)}`, one] as const))(
    "of %s",
    async (_, one) => {
      const { kernel, derive } = operations[one.kind];
      const data = one.shapes.map(filled);
      const tensors = one.shapes.map((shape, i) => tf.tensor(data[i] ?? [], [...shape]));
      const result = kernel(tensors, one.attributes as never);
      const pull = filled(result.shape, 11);
      const loss = (...inputs: tf.Tensor[]) =>
        tf.sum(tf.mul(kernel(inputs, one.attributes as never), tf.tensor(pull, result.shape))) as tf.Scalar;
      const gradients = await Promise.all(
        tf
          .grads(loss)(tensors)
          .map((gradient) => gradient.data()),
      );
      const lossOfCells = (values: readonly (readonly number[])[]) => {
        const windows = values.map((data, i) => ({ region: wholeRegion(i, one.shapes[i] ?? []), data }));
        const inputs = windowed(one.shapes, windows);
        let [sum, offset] = [0, 0];
        for (const index of indices(result.shape))
          sum += derive(inputs, one.attributes as never, index).result * (pull[offset++] ?? 0);
        return sum;
      };
      const step = 1e-5;
      for (const [input, values] of data.entries()) {
        for (const at of values.keys()) {
          const moved = (by: number) =>
            data.map((other, i) => (i === input ? other.map((v, j) => (j === at ? v + by : v)) : other));
          const slope = (lossOfCells(moved(step)) - lossOfCells(moved(-step))) / (2 * step);
          expect(gradients[input]?.[at], `input ${input}, value ${at}`).toBeCloseTo(slope, 3);
        }
      }
      tf.dispose([...tensors, result]);
    },
  );
});
