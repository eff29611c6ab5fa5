/** Training is what PyTorch makes of it, on every backend that a test can run; reference: scripts/training/reference.py. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import "@tensorflow/tfjs-backend-cpu";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import { memory, ready, setBackend } from "@tensorflow/tfjs-core";
import { describe, expect, it } from "vitest";
import { Trainer, type TrainerSettings } from "../../src/engine/training/trainer";
import { readSafetensors } from "../../src/model/checkpoints/safetensors";
import type { ModelConfig } from "../../src/model/config";
import { parameterShapes } from "../../src/model/parameters";
import type { Batch } from "../../src/model/training/batch";
import { initialParameters } from "../../src/model/training/initial";
import { optimisers } from "../../src/model/training/optimiser";
import { packingOf, unpack } from "../../src/model/training/packing";

setWasmPaths(`${dirname(createRequire(import.meta.url).resolve("@tensorflow/tfjs-backend-wasm/package.json"))}/dist/`);

interface Reference {
  readonly settings: Readonly<Record<"rate" | "weightDecay" | "clip" | "smoothing" | "steps" | "epsilon", number>>;
  readonly cases: Readonly<
    Record<
      string,
      {
        readonly config: ModelConfig;
        readonly batch: Batch;
        readonly names: readonly string[];
        readonly losses: Readonly<Record<string, readonly number[]>>;
      }
    >
  >;
}
const folder = join(import.meta.dirname, "training");
const reference: Reference = JSON.parse(readFileSync(join(folder, "reference.json"), "utf8"));
const numbers = readSafetensors(readFileSync(join(folder, "reference.safetensors")));
const read = (name: string) => numbers.get(name)?.read() ?? new Float32Array();
const { rate, weightDecay, clip, smoothing, steps, epsilon } = reference.settings;
const schedule = { kind: "constant", rate, warmUp: 0, steps } as const;
const plain = { beta1: 0.9, beta2: 0.98, epsilon, weightDecay, clip };
const settings = (kind: (typeof optimisers)[number], dropout = 0): TrainerSettings => ({
  optimiser: { kind, ...plain },
  schedule,
  dropout,
  smoothing,
  seed: 5,
});

describe.each(["cpu", "wasm"] as const)("training on %s", (backend) => {
  describe.each(Object.entries(reference.cases))("%s", (name, { config, batch, names, losses }) => {
    it("has its weights in the reference's order", () => {
      expect([...parameterShapes(config).keys()]).toEqual(names);
    });

    it.each(optimisers)("makes of its weights what PyTorch does with %s", async (kind) => {
      await setBackend(backend);
      await ready();
      const before = memory().numTensors;
      const packing = packingOf(config);
      const trainer = new Trainer(config, settings(kind), unpack(packing, read(`${name}.start`)));
      for (let step = 0; step < steps; step++) {
        expect(Math.abs((await trainer.step(batch)) - (losses[kind]?.[step] ?? 0))).toBeLessThan(1e-4);
      }
      const after = (await trainer.save()).numbers;
      const wanted = read(`${name}.${kind}`);
      expect(wanted.length).toBe(packing.size);
      const worst = wanted.reduce((most, value, index) => Math.max(most, Math.abs(value - (after[index] ?? 0))), 0);
      expect(worst).toBeLessThan(1e-4);
      trainer.dispose();
      expect(memory().numTensors).toBe(before);
    });

    it("has a loss whose slope is what finite differences say, in every kind of weight", async () => {
      await setBackend(backend);
      await ready();
      const packing = packingOf(config);
      const start = read(`${name}.start`);
      const lossAt = async (weights: Float32Array) => {
        const trainer = new Trainer(config, settings("sgd"), unpack(packing, weights));
        const loss = await trainer.step(batch);
        trainer.dispose();
        return loss;
      };
      let slopes = new Float32Array();
      const trainer = new Trainer(config, settings("sgd"), unpack(packing, start));
      await trainer.step(batch, ({ gradient }) => {
        slopes = Float32Array.from(gradient);
      });
      trainer.dispose();
      const step = 0.01;
      for (const { name, from, size } of packing.places) {
        // The number of the weight with the steepest slope: what is left of the loss's rounding is least there.
        const part = slopes.subarray(from, from + size);
        const at = part.reduce((best, value, i) => (Math.abs(value) > Math.abs(part[best] ?? 0) ? i : best), 0) + from;
        const moved = (by: number) => Float32Array.from(start, (value, i) => (i === at ? value + by : value));
        const slope = ((await lossAt(moved(step))) - (await lossAt(moved(-step)))) / (2 * step);
        expect(Math.abs(slope - (slopes[at] ?? 0)), name).toBeLessThan(2e-3 + 0.03 * Math.abs(slope));
      }
    });
  });

  it("gives the same curve for the same seed, another for another, and no more tensors after many steps", async () => {
    await setBackend(backend);
    await ready();
    const { config, batch } = reference.cases.decoderOnly ?? expect.unreachable();
    const curve = async (seed: number) => {
      const trainer = new Trainer(config, settings("adamW", 0.2), initialParameters(config, seed, 1));
      const losses = [await trainer.step(batch)];
      const held = memory();
      for (let step = 1; step < 40; step++) losses.push(await trainer.step(batch));
      expect(memory().numTensors).toBe(held.numTensors);
      expect(memory().numBytes).toBe(held.numBytes);
      trainer.dispose();
      return losses;
    };
    const first = await curve(3);
    expect(await curve(3)).toEqual(first);
    expect(await curve(4)).not.toEqual(first);
  });

  it("goes on from a saved state as if it had never stopped", async () => {
    await setBackend(backend);
    await ready();
    const { config, batch } = reference.cases.encoderDecoder ?? expect.unreachable();
    const whole = new Trainer(config, settings("adam", 0.1), initialParameters(config, 1, 1));
    for (let step = 0; step < 3; step++) await whole.step(batch);
    const state = await whole.save();
    const resumed = new Trainer(config, settings("adam", 0.1), state);
    expect(resumed.steps).toBe(3);
    for (let step = 0; step < 3; step++) expect(await resumed.step(batch)).toBe(await whole.step(batch));
    whole.dispose();
    resumed.dispose();
  });
});
