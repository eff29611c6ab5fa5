/** Runs the PyTorch text that the page shows of every step of the small models, in PyTorch, on the app's own operands. */
import { spawnSync } from "node:child_process";
import "@tensorflow/tfjs-backend-cpu";
import { ready, setBackend } from "@tensorflow/tfjs-core";
import { explainRun } from "../src/engine/explain";
import { forward } from "../src/engine/forward";
import type { TracedArray } from "../src/engine/protocol";
import { Runner } from "../src/engine/runner";
import { identifier } from "../src/model/explain/explain";
import { randomParameters } from "../src/model/parameters";
import { smallModels } from "../tests/contract/models";

await setBackend("cpu");
await ready();
const lines: string[] = [];
for (const [model, { config, inputs }] of Object.entries(smallModels)) {
  const runner = new Runner(config, randomParameters(config, 7));
  forward(runner, config, inputs);
  const explained = explainRun(runner);
  const stacks = new Map(runner.trace().map((step) => [step.name, step]));
  const plain = async (name: string) => {
    const { shape, data } = (await runner.read(name)) as TracedArray;
    return { shape, data: [...data], ids: runner.find(name)?.tensor.dtype === "int32" };
  };
  for (const step of runner.trace()) {
    const operands: Record<string, unknown> = {};
    for (const { name, value } of explained[step.name]?.operands ?? []) {
      operands[identifier(value, stacks.get(name))] = await plain(name);
    }
    const [code, result, expected] = [
      explained[step.name]?.torch,
      identifier(step.value, step),
      await plain(step.name),
    ];
    lines.push(JSON.stringify({ name: `${model} ${step.name}`, code, result, operands, expected }));
  }
  runner.dispose();
}
const python = spawnSync(process.env.PYTHON ?? "python3", ["scripts/explain/steps.py"], {
  input: lines.join("\n"),
  stdio: ["pipe", "inherit", "inherit"],
});
if (python.error) throw python.error;
process.exitCode = python.status ?? 1;
