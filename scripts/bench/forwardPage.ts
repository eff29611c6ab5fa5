/** In a browser's page: one forward pass with every intermediate on the host, by the app's engine and by ONNX Runtime. */
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import { ready, setBackend, env as tensorflow } from "@tensorflow/tfjs-core";
import { env, InferenceSession, Tensor } from "onnxruntime-web/wasm";
import { forward } from "../../src/engine/forward";
import { Runner } from "../../src/engine/runner";
import { readConfig } from "../../src/model/checkpoints/config";
import { readParameters } from "../../src/model/checkpoints/layouts";
import { readSafetensors } from "../../src/model/checkpoints/safetensors";

export interface ForwardTimes {
  /** ms, one a pass. */
  readonly ours: number[];
  readonly theirs: number[];
  /** Values brought to the host in a pass. */
  readonly ourValues: number;
  readonly theirValues: number;
  /** Largest difference between the logits of both, over all passes. */
  readonly difference: number;
}

/** Passes that are not counted: the app takes about as many while the page is idle, before anyone types. */
const warmUp = 100;

const bytes = async (url: string) => new Uint8Array(await (await fetch(url)).arrayBuffer());

async function measure(passes: number): Promise<ForwardTimes> {
  tensorflow().set("WASM_HAS_MULTITHREAD_SUPPORT", false);
  setWasmPaths("/tensorflow/");
  await setBackend("wasm");
  await ready();
  env.wasm.wasmPaths = "/onnx/";
  env.wasm.numThreads = 1;
  const config = readConfig(JSON.parse(new TextDecoder().decode(await bytes("/model/config.json"))));
  const runner = new Runner(config, readParameters(config, readSafetensors(await bytes("/model/model.safetensors"))));
  const session = await InferenceSession.create(await bytes("/model.onnx"), { executionProviders: ["wasm"] });
  const times: ForwardTimes = { ours: [], theirs: [], ourValues: 0, theirValues: 0, difference: 0 };
  let [ourValues, theirValues, difference] = [0, 0, 0];
  for (let pass = -warmUp; pass < passes; pass++) {
    // Other tokens each time, so that no remembered value is used again.
    const source = [10, 20, 30, 40, 50].map((id) => id + ((pass + warmUp) % 7));
    const target = [3, 600, 610, 620, 630, 640].map((id, at) => (at === 0 ? id : id + ((pass + warmUp) % 11)));
    let began = performance.now();
    forward(runner, config, { ids: [target], source: [source] });
    const values = await Promise.all(runner.trace().map(({ name }) => runner.read(name)));
    const ours = performance.now() - began;
    began = performance.now();
    const tensor = (ids: readonly number[]) => new Tensor("int64", BigInt64Array.from(ids, BigInt), [1, ids.length]);
    const outputs = await session.run({ source: tensor(source), target: tensor(target) });
    const arrays = Object.values(outputs).map(({ data }) => data);
    const theirs = performance.now() - began;
    const [logits, expected] = [values.at(-1)?.data, outputs.logits?.data];
    if (!logits || !(expected instanceof Float32Array)) throw new Error("A pass gave no logits.");
    for (const [index, value] of logits.entries()) {
      difference = Math.max(difference, Math.abs(value - (expected[index] ?? Number.NaN)));
    }
    [ourValues, theirValues] = [values.length, arrays.length];
    if (pass < 0) continue;
    times.ours.push(ours);
    times.theirs.push(theirs);
  }
  return { ...times, ourValues, theirValues, difference };
}

declare global {
  interface Window {
    measureForward: typeof measure;
  }
}
window.measureForward = measure;
