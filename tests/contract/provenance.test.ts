/** Every step of every model explains its numbers: from the regions that it names alone, term by term. */
import "@tensorflow/tfjs-backend-cpu";
import { memory, ready, setBackend } from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { deriveCell } from "../../src/engine/derive";
import { headsOff } from "../../src/engine/edits";
import { forward } from "../../src/engine/forward";
import { Runner } from "../../src/engine/runner";
import { lastStack } from "../../src/model/config";
import { probabilities } from "../../src/model/forward/output";
import type { Derivation, Operand } from "../../src/model/operations/derivation";
import { sizeOf } from "../../src/model/operations/regions";
import { randomNumbers } from "../../src/model/parameters";
import { allModels } from "./models";

/** The first and the last cell, and some between. */
function sampled(shape: readonly number[], next: () => number): number[][] {
  const some = Array.from({ length: 4 }, () => shape.map((size) => Math.floor(next() * size)));
  return [shape.map(() => 0), shape.map((size) => size - 1), ...some];
}

/** What the parts of a derivation come to. */
function added(derivation: Derivation): number {
  const product = (factors: readonly Operand[]) => factors.reduce((value, factor) => value * factor.value, 1);
  switch (derivation.kind) {
    case "terms":
      return derivation.terms.reduce((sum, { factors, constant = 1 }) => sum + constant * product(factors), 0);
    case "softmax": {
      const { terms, place, maximum } = derivation;
      const shares = terms.map(({ operand }) => Math.exp(operand.value - maximum));
      return (shares[place] ?? Number.NaN) / shares.reduce((sum, share) => sum + share, 0);
    }
    case "normalisation": {
      const { row, cell, gain, bias, epsilon } = derivation;
      const mean = row.reduce((sum, { value }) => sum + value, 0) / row.length;
      const variance = row.reduce((sum, { value }) => sum + value ** 2, 0) / row.length - mean ** 2;
      return ((cell.value - mean) / Math.sqrt(variance + epsilon)) * gain.value + bias.value;
    }
    case "copy":
      return derivation.from.value;
    case "function":
      return derivation.gate === null
        ? Math.tanh(derivation.argument.value)
        : derivation.argument.value * derivation.gate;
    case "sinusoid":
      return Math[derivation.function](derivation.position / 10_000 ** (derivation.pair / derivation.width));
    case "mask":
      return derivation.score.value - (derivation.future ? 1e9 : 0) - (derivation.padding ? 1e9 : 0);
  }
}

const distance = (a: number, b: number) => Math.abs(a - b) / Math.max(1, Math.abs(b));

beforeAll(async () => {
  expect(await setBackend("cpu")).toBe(true);
  await ready();
});

describe.each(Object.entries(allModels))("the model %s", (_, { config, inputs, parameters }) => {
  it("takes any cell of any step apart, and the parts come to what it computed", async () => {
    const before = memory().numTensors;
    const runner = new Runner(config, parameters());
    probabilities(runner, forward(runner, config, inputs));
    const held = memory().numTensors;
    const next = randomNumbers(3);
    for (const step of runner.trace()) {
      const whole = await runner.read(step.name);
      for (const index of sampled(step.shape, next)) {
        const cell = await deriveCell(runner, step.name, index);
        if (!cell) throw new Error(`${step.name} [${index}] has no derivation.`);
        const place = `${step.name} [${index}]`;
        const offset = index.reduce((sum, at, dimension) => sum * (step.shape[dimension] ?? 0) + at, 0);
        expect(cell.value, place).toBe(whole?.data[offset]);
        expect(distance(cell.derivation.result, cell.value), place).toBeLessThanOrEqual(1e-5);
        expect(distance(added(cell.derivation), cell.derivation.result), place).toBeLessThanOrEqual(1e-9);
        // Never more than a row of one input and a column of another: what is read back grows with the width alone.
        const read = cell.regions.map(({ from, to }) =>
          sizeOf(to.map((end, dimension) => end - (from[dimension] ?? 0))),
        );
        const longest = Math.max(...step.shape, ...cell.operands.flatMap(({ shape }) => shape));
        expect(Math.max(0, ...read), place).toBeLessThanOrEqual(longest);
        for (const { name, from } of cell.operands) {
          const isStep = runner.trace().some((other) => other.name === name);
          expect(from === "step", name).toBe(isStep);
        }
      }
    }
    expect(memory().numTensors).toBe(held);
    runner.dispose();
    expect(memory().numTensors).toBe(before);
  });

  it("says that a number was replaced where its head is switched off", async () => {
    const runner = new Runner(config, parameters());
    const stack = lastStack(config);
    const name = `${stack}.1.selfAttention.headOutput`;
    // The last head: some models have one only.
    const head = config.heads - 1;
    forward(runner, config, inputs, headsOff(name, [head]));
    const off = await deriveCell(runner, name, [0, head, 0, 0]);
    expect(off?.replaced).toBe(0);
    expect(Math.abs(off?.value ?? Number.NaN)).toBe(0);
    expect(off?.derivation.result).not.toBe(0);
    const untouched = `${stack}.0.selfAttention.headOutput`;
    expect(await deriveCell(runner, untouched, [0, head, 0, 0])).toMatchObject({ replaced: null });
    runner.dispose();
  });

  it("has no derivation for an input, a weight, or a cell that is not there", async () => {
    const runner = new Runner(config, parameters());
    forward(runner, config, inputs);
    expect(await deriveCell(runner, "logits", runner.trace().at(-1)?.shape ?? [])).toBeNull();
    expect(await deriveCell(runner, "logits", [0])).toBeNull();
    expect(await deriveCell(runner, "nothing", [0])).toBeNull();
    for (const { weights } of runner.trace()) {
      for (const weight of weights) expect(await deriveCell(runner, weight, [0, 0])).toBeNull();
    }
    runner.dispose();
  });
});
