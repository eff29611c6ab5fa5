/** Runs a reference case (config.json, model.safetensors, expected.safetensors) and compares every named result. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { forward } from "../../src/engine/forward";
import { Runner } from "../../src/engine/runner";
import { readConfig } from "../../src/model/checkpoints/config";
import { readParameters } from "../../src/model/checkpoints/layouts";
import { CheckpointError, readSafetensors, type StoredTensor } from "../../src/model/checkpoints/safetensors";

const inputNames = ["input_ids", "token_type_ids", "attention_mask", "src_ids", "tgt_ids", "src_mask"];

export interface Comparison {
  readonly result: string;
  /** Largest absolute difference; NaN where the result is missing or of another shape. */
  readonly difference: number;
  /** What is allowed: tolerance × max(1, largest expected magnitude). */
  readonly allowed: number;
}

function rows(tensor: StoredTensor | undefined): number[][] | undefined {
  if (!tensor) return undefined;
  const data = Array.from(tensor.read());
  const width = tensor.shape[1] ?? 1;
  return Array.from({ length: tensor.shape[0] ?? 0 }, (_, row) => data.slice(row * width, (row + 1) * width));
}

const fixed: Readonly<Record<string, string>> = {
  encoder_embeddings: "encoder.residPre",
  decoder_embeddings: "decoder.residPre",
  memory: "encoder.output",
  decoder_output: "decoder.output",
  logits: "logits",
};

/** Our name for a result of the reference; null for one that is not known. */
export function nameOf(result: string, stack: "encoder" | "decoder"): string | null {
  if (result === "embeddings") return `${stack}.residPre`;
  const single = /^layer\.(\d+)\.(attention_pattern|output)$/.exec(result);
  if (single) return `${stack}.${single[1]}.${single[2] === "output" ? "residPost" : "selfAttention.pattern"}`;
  const both = /^(encoder|decoder)\.layer\.(\d+)\.(?:(self|cross)_)?attention_pattern$/.exec(result);
  if (both) return `${both[1]}.${both[2]}.${both[3] === "cross" ? "crossAttention" : "selfAttention"}.pattern`;
  return fixed[result] ?? null;
}

/** Compares on the backend that is set; throws where a file is refused. */
export async function compareCase(folder: string, tolerance: number): Promise<Comparison[]> {
  const read = (file: string) => readFileSync(join(folder, file));
  const config = readConfig(JSON.parse(read("config.json").toString()));
  const expected = readSafetensors(read("expected.safetensors"));
  const source = rows(expected.get("src_ids"));
  const keep = rows(expected.get("attention_mask") ?? expected.get("src_mask"));
  const segments = rows(expected.get("token_type_ids"));
  const ids = rows(expected.get("input_ids") ?? expected.get("tgt_ids"));
  if (!ids) throw new CheckpointError("expected.safetensors: it has no input_ids or tgt_ids; one of them is needed.");
  const runner = new Runner(readParameters(config, readSafetensors(read("model.safetensors"))));
  try {
    forward(runner, config, { ids, ...(source && { source }), ...(keep && { keep }), ...(segments && { segments }) });
    const stack = config.architecture === "encoderOnly" ? "encoder" : "decoder";
    const comparisons: Comparison[] = [];
    for (const [result, tensor] of expected) {
      if (inputNames.includes(result)) continue;
      const name = nameOf(result, stack);
      const found = name === null ? null : await runner.read(name);
      const wanted = tensor.read();
      const largest = wanted.reduce((most, value) => Math.max(most, Math.abs(value)), 1);
      const same = found !== null && found.shape.join() === tensor.shape.join();
      const difference = same ? largestDifference(wanted, found.data) : Number.NaN;
      comparisons.push({ result, difference, allowed: tolerance * largest });
    }
    return comparisons;
  } finally {
    runner.dispose();
  }
}

/** NaN where either has a NaN, so that it is never taken for agreement. */
function largestDifference(wanted: Float32Array, found: Float32Array): number {
  return wanted.reduce((most, value, i) => Math.max(most, Math.abs(value - (found[i] ?? Number.NaN))), 0);
}
