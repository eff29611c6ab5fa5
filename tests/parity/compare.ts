/**
 * Runs a reference case (config.json, model.safetensors, expected.safetensors) and compares every named result.
 * Knows nothing of folders: it runs in Node and in a browser's page alike.
 */
import { type ForwardInputs, forward } from "../../src/engine/forward";
import { Runner } from "../../src/engine/runner";
import { readConfig } from "../../src/model/checkpoints/config";
import { readParameters } from "../../src/model/checkpoints/layouts";
import { readSafetensors, type StoredTensor } from "../../src/model/checkpoints/safetensors";
import { type ImageEncoderConfig, lastStack, type TextConfig } from "../../src/model/config";
import { cutPatches } from "../../src/model/patches";

const inputNames = ["pixel_values", "input_ids", "token_type_ids", "attention_mask", "src_ids", "tgt_ids", "src_mask"];

export interface Comparison {
  readonly result: string;
  /** Largest absolute difference; NaN where the result is missing or of another shape. */
  readonly difference: number;
  /** What is allowed: tolerance × max(1, largest expected magnitude). */
  readonly allowed: number;
}

/** An input [B, T] as rows; undefined where there is none. */
function rows(name: string, tensors: ReadonlyMap<string, StoredTensor>): number[][] | undefined {
  const tensor = tensors.get(name);
  if (!tensor) return undefined;
  const [count = 0, width = 0] = tensor.shape;
  if (tensor.shape.length !== 2) {
    throw new Error(`${name}: its shape is [${tensor.shape.join(", ")}]; two dimensions are needed.`);
  }
  const data = Array.from(tensor.read());
  return Array.from({ length: count }, (_, row) => data.slice(row * width, (row + 1) * width));
}

/** Ids beyond the embedding would read what stands behind it in memory, on some backends. */
function checkIds(name: string, ids: number[][] | undefined, vocabulary: number): void {
  const wrong = ids?.flat().find((id) => id < 0 || id >= vocabulary);
  if (wrong !== undefined) {
    throw new Error(`${name}: one is ${wrong}; ids from 0 to ${vocabulary - 1} are needed.`);
  }
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

/** The three files of a case. */
export interface CaseFiles {
  readonly config: string;
  readonly model: Uint8Array;
  readonly expected: Uint8Array;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error("config.json: it is not JSON, which is needed.");
  }
}

/** What a model of text reads; ids that it has no embedding for are refused. */
function tokenInputs(config: TextConfig, expected: ReadonlyMap<string, StoredTensor>): ForwardInputs {
  const source = rows("src_ids", expected);
  checkIds("src_ids", source, config.architecture === "encoderDecoder" ? config.sourceVocabulary : config.vocabulary);
  const keep = rows("attention_mask", expected) ?? rows("src_mask", expected);
  const segments = rows("token_type_ids", expected);
  const ids = rows("input_ids", expected) ?? rows("tgt_ids", expected);
  if (!ids) throw new Error("expected.safetensors: it has no input_ids or tgt_ids; one of them is needed.");
  checkIds("the ids", ids, config.vocabulary);
  return { ids, ...(source && { source }), ...(keep && { keep }), ...(segments && { segments }) };
}

/** What a model of images reads: pixel_values [B, channels, height, width]. */
function imageInputs(config: ImageEncoderConfig, expected: ReadonlyMap<string, StoredTensor>): ForwardInputs {
  const pixels = expected.get("pixel_values");
  if (!pixels) throw new Error("expected.safetensors: it has no pixel_values, which are needed.");
  const [count = 0, ...image] = pixels.shape;
  const needed = [config.channels, config.imageSize, config.imageSize];
  if (image.join() !== needed.join()) {
    throw new Error(
      `pixel_values: its shape is [${pixels.shape.join(", ")}]; [${count}, ${needed.join(", ")}] is needed.`,
    );
  }
  const values = pixels.read();
  const size = values.length / count;
  const images = Array.from({ length: count }, (_, i) => values.subarray(i * size, (i + 1) * size));
  return { patches: images.map((one) => cutPatches(config, one)) };
}

/** Compares on the backend that is set; throws where a file is refused. */
export async function compareFiles(files: CaseFiles, tolerance: number): Promise<Comparison[]> {
  const config = readConfig(parse(files.config));
  const expected = readSafetensors(files.expected);
  const inputs = config.architecture === "imageEncoder" ? imageInputs(config, expected) : tokenInputs(config, expected);
  const runner = new Runner(config, readParameters(config, readSafetensors(files.model)));
  try {
    forward(runner, config, inputs);
    const stack = lastStack(config);
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
