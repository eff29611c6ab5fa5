/** Changed models, built without the engine's changes. */
import { expect } from "vitest";
import type { ForwardInputs } from "../../src/engine/forward";
import { Runner, type Value } from "../../src/engine/runner";
import type { ModelConfig } from "../../src/model/config";
import { transformer } from "../../src/model/forward/transformer";
import type { Operations } from "../../src/model/operations";
import { type Parameters, randomParameters } from "../../src/model/parameters";

export function largestDifference(a: Float32Array, b: Float32Array): number {
  expect(a.length).toBe(b.length);
  return a.reduce((most, value, i) => Math.max(most, Math.abs(value - (b[i] ?? Number.NaN))), 0);
}

/** The logits of a forward function in which the named steps are left out by hand. */
export async function without(config: ModelConfig, inputs: ForwardInputs, passed: ReadonlyMap<string, number>) {
  const runner = new Runner(config, randomParameters(config, 7));
  runner.begin();
  const op: Operations<Value> = {
    apply(kind, name, operands, attributes) {
      const keep = passed.get(name.path);
      const kept = keep === undefined ? undefined : operands[keep];
      return kept ?? runner.apply(kind, name, operands, attributes);
    },
  };
  const ids =
    "patches" in inputs
      ? runner.input("patches", inputs.patches, ["B", "P", "I"], "float32")
      : runner.input("ids", inputs.ids, ["B", "T"]);
  const rows = "patches" in inputs ? null : inputs;
  const source = rows?.source ? runner.input("source", rows.source, ["B", "S"]) : null;
  const zeros = rows?.ids.map((row) => row.map(() => 0));
  const segments = zeros ? runner.input("segments", zeros, ["B", "T"]) : null;
  const logits = transformer(op, config, runner.weights, { ids, source, segments, keep: null });
  const data = Float32Array.from(await logits.tensor.data());
  runner.dispose();
  return data;
}

/** The parameters with a head's rows of the output projection set to zero. */
export function headless(config: ModelConfig, path: string, head: number): Parameters {
  const parameters = new Map(randomParameters(config, 7));
  const name = `${path}.output.weight`;
  const weight = parameters.get(name);
  if (!weight) throw new Error(`There is no ${name}.`);
  const depth = config.width / config.heads;
  const data = weight.data.slice();
  data.fill(0, head * depth * config.width, (head + 1) * depth * config.width);
  return parameters.set(name, { ...weight, data });
}
