/** A model of GPT-2 small's size on WASM, held to PyTorch: no file of it is committed, both make its weights by one rule. */
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import { memory, ready, setBackend } from "@tensorflow/tfjs-core";
import { expect, it } from "vitest";
import expected from "../../scripts/gpt2Small/expected.json";
import { gpt2SmallConfig, gpt2SmallFile } from "../../scripts/gpt2Small/weights";
import { forward } from "../../src/engine/forward";
import { Runner } from "../../src/engine/runner";
import { readConfig } from "../../src/model/checkpoints/config";
import { eachParameter } from "../../src/model/checkpoints/layouts";
import { readSafetensors } from "../../src/model/checkpoints/safetensors";
import { hostTolerance } from "./cases";

setWasmPaths(`${dirname(createRequire(import.meta.url).resolve("@tensorflow/tfjs-backend-wasm/package.json"))}/dist/`);

it("gives PyTorch's logits for a GPT-2 of 124 million parameters", async () => {
  expect(await setBackend("wasm")).toBe(true);
  await ready();
  const before = memory().numTensors;
  const config = readConfig(gpt2SmallConfig);
  const runner = new Runner(config, eachParameter(config, readSafetensors(gpt2SmallFile())));
  forward(runner, config, { ids: [expected.ids] });
  const logits = await runner.read("logits");
  if (!logits) throw new Error("The pass gave no logits.");
  expect(logits.shape).toEqual([1, expected.ids.length, gpt2SmallConfig.vocab_size]);
  const { vocab_size: vocabulary } = gpt2SmallConfig;
  const largest = Math.max(...expected.logits.flat().map(Math.abs));
  let difference = 0;
  for (const [position, row] of expected.logits.entries()) {
    const given = logits.data.subarray(position * vocabulary, (position + 1) * vocabulary);
    expect(given.indexOf(given.reduce((best, value) => Math.max(best, value)))).toBe(expected.best[position]);
    for (const [at, value] of row.entries()) {
      difference = Math.max(difference, Math.abs(value - (given[expected.tokens[at] ?? -1] ?? Number.NaN)));
    }
  }
  expect(difference).toBeLessThanOrEqual(hostTolerance * Math.max(1, largest));
  runner.dispose();
  expect(memory().numTensors).toBe(before);
  // A quarter of a minute where nothing else runs.
}, 300_000);
