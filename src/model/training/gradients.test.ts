/** Every operation as training runs it has a gradient, and it is the slope of what the operation says of its cells. */
import { createRequire } from "node:module";
import { dirname } from "node:path";
import * as tf from "@tensorflow/tfjs";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import { beforeAll, describe, expect, it } from "vitest";
import { name, root } from "../names";
import { type Attributes, type Kind, operations } from "../operations";
import { wholeRegion, windowed } from "../operations/regions";
import { trainingOperations } from "./operations";

setWasmPaths(`${dirname(createRequire(import.meta.url).resolve("@tensorflow/tfjs-backend-wasm/package.json"))}/dist/`);

interface Case<K extends Kind = Kind> {
  readonly kind: K;
  readonly shapes: readonly (readonly number[])[];
  readonly attributes: Attributes[K];
  /** Inputs that are no variables: token ids, or what to keep. */
  readonly given: Readonly<Record<number, readonly number[]>>;
}

const made = <K extends Kind>(
  kind: K,
  shapes: readonly (readonly number[])[],
  attributes: Attributes[K],
  given: Case["given"] = {},
): Case => ({ kind, shapes, attributes, given }) as Case;

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
    "embed",
    [
      [2, 3],
      [5, 4],
    ],
    {},
    { 0: [4, 0, 2, 2, 4, 1] },
  ),
  made(
    "positionRows",
    [
      [2, 3],
      [5, 4],
    ],
    {},
    { 0: [0, 0, 0, 0, 0, 0] },
  ),
  made("mask", [[2, 2, 3, 3]], { causal: false }),
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

describe.each(["cpu", "wasm"])("gradients on %s", (backend) => {
  beforeAll(async () => {
    await tf.setBackend(backend);
  });

  it("is asked of every kind of operation that is given numbers", () => {
    const asked = new Set(cases.map(({ kind }) => kind));
    expect(Object.keys(operations).filter((kind) => kind !== "sinusoid" && !asked.has(kind as Kind))).toEqual([]);
  });

  it.each(cases.map((one) => [`${one.kind} ${JSON.stringify(one.attributes)}`, one] as const))(
    "of %s",
    async (_, { kind, shapes, attributes, given }) => {
      const before = tf.memory().numTensors;
      const { derive } = operations[kind];
      const data = shapes.map((shape, i) => given[i] ?? filled(shape, i));
      const tensors = shapes.map((shape, i) => tf.tensor(data[i] ?? [], [...shape], given[i] ? "int32" : "float32"));
      const variables = tensors.filter((_, i) => !given[i]);
      const apply = () => trainingOperations(null).apply(kind, name(root, "result"), tensors, attributes as never);
      const shape = tf.tidy(() => apply().shape);
      const pull = filled(shape, 11);
      const loss = () => tf.sum(tf.mul(apply(), tf.tensor(pull, shape))) as tf.Scalar;
      const { value, grads } = tf.engine().gradients(loss, variables);
      const gradients = await Promise.all(grads.map((gradient) => gradient.data()));
      const lossOfCells = (values: readonly (readonly number[])[]) => {
        const windows = values.map((data, i) => ({ region: wholeRegion(i, shapes[i] ?? []), data }));
        const inputs = windowed(shapes, windows);
        let [sum, offset] = [0, 0];
        for (const index of indices(shape))
          sum += derive(inputs, attributes as never, index).result * (pull[offset++] ?? 0);
        return sum;
      };
      const step = 1e-5;
      let variable = 0;
      for (const [input, values] of data.entries()) {
        if (given[input]) continue;
        for (const at of values.keys()) {
          const moved = (by: number) =>
            data.map((other, i) => (i === input ? other.map((v, j) => (j === at ? v + by : v)) : other));
          const slope = (lossOfCells(moved(step)) - lossOfCells(moved(-step))) / (2 * step);
          expect(gradients[variable]?.[at], `input ${input}, value ${at}`).toBeCloseTo(slope, 3);
        }
        variable += 1;
      }
      tf.dispose([...tensors, ...grads, value]);
      expect(tf.memory().numTensors).toBe(before);
    },
  );
});
