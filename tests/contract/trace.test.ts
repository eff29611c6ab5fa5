import { createRequire } from "node:module";
import { dirname } from "node:path";
import "@tensorflow/tfjs-backend-cpu";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import { memory, ready, setBackend } from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { headsOff } from "../../src/engine/edits";
import { type ForwardInputs, forward } from "../../src/engine/forward";
import type { TracedArray, TraceStep } from "../../src/engine/protocol";
import { Runner } from "../../src/engine/runner";
import { lastStack } from "../../src/model/config";
import { replacement } from "../../src/model/edits";
import { type Attributes, type Kind, operations } from "../../src/model/operations";
import { wholeRegion, windowed } from "../../src/model/operations/regions";
import { randomParameters } from "../../src/model/parameters";
import { allModels, smallModels } from "./models";

setWasmPaths(`${dirname(createRequire(import.meta.url).resolve("@tensorflow/tfjs-backend-wasm/package.json"))}/dist/`);

/** Every index of a shape, in row-major order. */
function* indices(shape: readonly number[]): Generator<number[]> {
  const [size, ...rest] = shape;
  if (size === undefined) yield [];
  else for (let i = 0; i < size; i++) for (const inner of indices(rest)) yield [i, ...inner];
}

/** Multiply-adds of a step that are done again; of a step with more, evenly spread cells. */
const most = 500_000;

/** Every how many cells one is recomputed: prime to the last dimension, so that all its places come round. */
function strideOf(multiplyAdds: number, last: number): number {
  const common = (a: number, b: number): number => (b === 0 ? a : common(b, a % b));
  let stride = Math.max(1, Math.ceil(multiplyAdds / most));
  while (common(stride, last) !== 1) stride += 1;
  return stride;
}

/** Recomputes a step in plain JavaScript; → the largest difference from what the model computed, relative to max(1, |value|). */
function recomputed(step: TraceStep, values: ReadonlyMap<string, TracedArray>, order: readonly string[]): number {
  const read = (name: string) => {
    const found = values.get(name);
    if (!found) throw new Error(`${step.name} names ${name}, which was not read.`);
    return found;
  };
  const result = read(step.name);
  const operation = operations[step.kind as Kind];
  const operands = order.map(read);
  const inputs = windowed(
    operands.map(({ shape }) => shape),
    operands.map(({ shape, data }, input) => ({ region: wholeRegion(input, shape), data })),
  );
  const { multiplyAdds } = operation.cost(inputs.shapes, step.attributes as never);
  const stride = strideOf(multiplyAdds, result.shape.at(-1) ?? 1);
  let worst = 0;
  let offset = -1;
  for (const index of indices(result.shape)) {
    offset += 1;
    if (offset % stride !== 0) continue;
    const whole = operation.derive(inputs, step.attributes as never, index).result;
    const replaced = step.edit?.kind === "rows" ? replacement(step.edit.rows, index, result.shape.at(-1) ?? 0) : null;
    const expected = replaced ?? whole;
    const found = result.data[offset] ?? Number.NaN;
    worst = Math.max(worst, Math.abs(found - expected) / Math.max(1, Math.abs(expected)));
    if (Number.isNaN(found)) return Number.NaN;
  }
  return worst;
}

/** Other inputs of the same shape for each turn. */
function turned(inputs: ForwardInputs, turn: number): ForwardInputs {
  if ("patches" in inputs) {
    return { patches: inputs.patches.map((rows) => rows.map((row) => row.map((value) => value + (turn % 11)))) };
  }
  return { ...inputs, ids: inputs.ids.map((row) => row.map((id) => (id + turn) % 11)) };
}

describe.each(["cpu", "wasm"])("on %s", (backend) => {
  beforeAll(async () => {
    expect(await setBackend(backend)).toBe(true);
    await ready();
  });

  describe.each(Object.entries(allModels))("the model %s", (name, { config, inputs, parameters }) => {
    it("has the pinned ordered list of names", async () => {
      const runner = new Runner(config, parameters());
      forward(runner, config, inputs);
      const list = runner.trace().map((step) => `${step.name} [${step.axes.join(" ")}] ${step.kind}`);
      await expect(`${list.join("\n")}\n`).toMatchFileSnapshot(`./names/${name}.txt`);
      runner.dispose();
    });

    it.each([[[]], [[1]]])("is what its steps say, cell by cell, with heads %j off", async (off: number[]) => {
      const runner = new Runner(config, parameters());
      const stack = lastStack(config);
      forward(runner, config, inputs, headsOff(`${stack}.1.selfAttention.headOutput`, off));
      const values = new Map<string, TracedArray>();
      for (const step of runner.trace()) {
        for (const wanted of [step.name, ...step.inputs, ...step.weights]) {
          const value = values.get(wanted) ?? (await runner.read(wanted));
          if (value) values.set(wanted, value);
        }
        // A linear step's operands are its input, then its weights; a tied output's weight is a step.
        expect(recomputed(step, values, [...step.inputs, ...step.weights]), step.name).toBeLessThanOrEqual(1e-5);
        expect(step.axes.length, step.name).toBe(step.shape.length);
      }
      runner.dispose();
    });
  });

  describe.each(Object.entries(smallModels))("a small %s model", (_, { config, inputs }) => {
    it("computes again only what depends on a change", () => {
      const runner = new Runner(config, randomParameters(config, 7));
      forward(runner, config, inputs);
      expect(runner.trace().every((step) => step.computed)).toBe(true);
      forward(runner, config, inputs);
      expect(runner.trace().some((step) => step.computed)).toBe(false);
      const stack = lastStack(config);
      const changed = `${stack}.1.selfAttention.headOutput`;
      forward(runner, config, inputs, headsOff(changed, [0]));
      const again = runner.trace().filter((step) => step.computed);
      expect(again[0]?.name).toBe(changed);
      expect(again.at(-1)?.name).toBe("logits");
      expect(again.length).toBeLessThan(runner.trace().length / 2);
      runner.dispose();
    });

    it("keeps the number of tensors flat and frees them all", () => {
      const before = memory().numTensors;
      const runner = new Runner(config, randomParameters(config, 7));
      const stack = lastStack(config);
      const changed = `${stack}.0.selfAttention.headOutput`;
      const pass = (turn: number) => {
        forward(runner, config, turned(inputs, turn), headsOff(changed, turn % 2 ? [0] : []));
        return memory().numTensors;
      };
      for (let turn = 0; turn < 10; turn++) pass(turn);
      const settled = pass(10);
      for (let turn = 11; turn < 1011; turn++) pass(turn);
      expect(pass(1011)).toBe(settled);
      runner.dispose();
      expect(memory().numTensors).toBe(before);
    }, 60_000);
  });
});

it("names every kind of operation in at least one small model", () => {
  const used = new Set<string>();
  for (const { config, inputs } of Object.values(smallModels)) {
    const runner = new Runner(config, randomParameters(config, 1));
    forward(runner, config, inputs);
    for (const step of runner.trace()) used.add(step.kind);
    runner.dispose();
  }
  expect([...used].sort()).toEqual((Object.keys(operations) as (keyof Attributes)[]).sort());
});
