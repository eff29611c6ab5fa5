import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import "@tensorflow/tfjs-backend-cpu";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import { ready, setBackend } from "@tensorflow/tfjs-core";
import { describe, expect, it } from "vitest";
import { forward } from "../../src/engine/forward";
import { Runner } from "../../src/engine/runner";
import { readConfig } from "../../src/model/checkpoints/config";
import { readParameters } from "../../src/model/checkpoints/layouts";
import { readSafetensors, type StoredTensor } from "../../src/model/checkpoints/safetensors";

setWasmPaths(`${dirname(createRequire(import.meta.url).resolve("@tensorflow/tfjs-backend-wasm/package.json"))}/dist/`);

const folder = new URL("./cases/", import.meta.url);
const cases = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);
/** As the cases' README has it, for CPU and WASM. */
const tolerance = 1e-5;
const inputNames = ["input_ids", "token_type_ids", "attention_mask", "src_ids", "tgt_ids", "src_mask"];

function rows(tensor: StoredTensor | undefined): number[][] | undefined {
  if (!tensor) return undefined;
  const data = Array.from(tensor.read());
  const width = tensor.shape[1] ?? 1;
  return Array.from({ length: tensor.shape[0] ?? 0 }, (_, row) => data.slice(row * width, (row + 1) * width));
}

/** Our name for a result of the reference. */
function nameOf(result: string, stack: "encoder" | "decoder"): string {
  const [, layer, kind] = /^layer\.(\d+)\.(.+)$/.exec(result) ?? [];
  if (layer !== undefined) return `${stack}.${layer}.${kind === "output" ? "residPost" : "selfAttention.pattern"}`;
  const names: Readonly<Record<string, string>> = {
    embeddings: `${stack}.residPre`,
    encoder_embeddings: "encoder.residPre",
    decoder_embeddings: "decoder.residPre",
    memory: "encoder.output",
    decoder_output: "decoder.output",
    logits: "logits",
  };
  return names[result] ?? `no name for ${result}`;
}

it("has the six reference cases", () => {
  expect(cases.length).toBe(6);
});

describe.each(cases)("the PyTorch case %s", (name) => {
  const read = (file: string) => readFileSync(new URL(`${name}/${file}`, folder));
  it.each(["cpu", "wasm"])("agrees in every named result on %s", async (backend) => {
    expect(await setBackend(backend)).toBe(true);
    await ready();
    const config = readConfig(JSON.parse(read("config.json").toString()));
    const runner = new Runner(readParameters(config, readSafetensors(read("model.safetensors"))));
    const expected = readSafetensors(read("expected.safetensors"));
    const source = rows(expected.get("src_ids"));
    const keep = rows(expected.get("attention_mask") ?? expected.get("src_mask"));
    const segments = rows(expected.get("token_type_ids"));
    const ids = rows(expected.get("input_ids") ?? expected.get("tgt_ids")) ?? [];
    forward(runner, config, { ids, ...(source && { source }), ...(keep && { keep }), ...(segments && { segments }) });
    const results = [...expected].filter(([result]) => !inputNames.includes(result));
    expect(results.length).toBeGreaterThanOrEqual(5);
    for (const [result, tensor] of results) {
      const found = await runner.read(nameOf(result, config.architecture === "encoderOnly" ? "encoder" : "decoder"));
      expect(found?.shape, result).toEqual(tensor.shape);
      const wanted = tensor.read();
      const largest = wanted.reduce((most, value) => Math.max(most, Math.abs(value)), 1);
      const worst = wanted.reduce(
        (most, value, i) => Math.max(most, Math.abs(value - (found?.data[i] ?? Number.NaN))),
        0,
      );
      expect(worst, result).toBeLessThanOrEqual(tolerance * largest);
    }
    runner.dispose();
  });
});
