/** Models that were trained here: a config.json that holds the model's shape as it is, and tensors by their own names. */
import { z } from "zod";
import type { TextConfig } from "../config";
import { type Parameters, parameterShapes } from "../parameters";

export const trainedType = "glassformer";

const size = z.number().int().positive().max(10_000_000);
const common = {
  width: size,
  heads: size,
  feedForward: z.number().int().nonnegative().max(10_000_000),
  activation: z.enum(["relu", "gelu", "geluTanh", "silu", "tanh"]),
  norm: z.enum(["pre", "post"]),
  epsilon: z.number().positive(),
  vocabulary: size,
  maximumLength: size,
  padding: z.number().int().nonnegative().nullable(),
  positions: z.enum(["sinusoidal", "learned"]),
  tiedOutput: z.boolean(),
  outputBias: z.boolean(),
};
const layers = size.max(1_000);
export const trainedSchema = z.object({
  model_type: z.literal(trainedType),
  model: z.discriminatedUnion("architecture", [
    z.object({
      ...common,
      architecture: z.literal("encoderDecoder"),
      encoderLayers: layers,
      decoderLayers: layers,
      sourceVocabulary: size,
      scaleEmbedding: z.boolean(),
      sharedEmbedding: z.boolean(),
      finalNorm: z.boolean(),
    }),
    z.object({ ...common, architecture: z.literal("decoderOnly"), layers, finalNorm: z.boolean() }),
    z.object({
      ...common,
      architecture: z.literal("encoderOnly"),
      layers,
      segments: z.number().int().nonnegative(),
      classes: size.nullable(),
    }),
  ]),
}) satisfies z.ZodType<{ readonly model: TextConfig }>;

/** Whether a file calls its tensors as such a model does. */
export function isTrained(tensors: { has(name: string): boolean }): boolean {
  return tensors.has("decoder.embedding") || tensors.has("encoder.embedding");
}

/** model.safetensors of these weights, in float32 (https://github.com/huggingface/safetensors#format). */
export function writeWeights(config: TextConfig, parameters: Parameters): Uint8Array<ArrayBuffer> {
  const header: Record<string, unknown> = {};
  const parts: Float32Array[] = [];
  let offset = 0;
  for (const [name, shape] of parameterShapes(config)) {
    const found = parameters.get(name);
    if (!found) throw new Error(`There is no weight named ${name} to write.`);
    header[name] = { dtype: "F32", shape, data_offsets: [offset, offset + found.data.byteLength] };
    offset += found.data.byteLength;
    parts.push(found.data);
  }
  const text = new TextEncoder().encode(JSON.stringify(header));
  // Spaces after the header, so that the numbers lie at whole words.
  const length = Math.ceil(text.length / 8) * 8;
  const file = new Uint8Array(8 + length + offset).fill(0x20, 8 + text.length, 8 + length);
  new DataView(file.buffer).setBigUint64(0, BigInt(length), true);
  file.set(text, 8);
  let at = 8 + length;
  for (const { buffer, byteOffset, byteLength } of parts) {
    file.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += byteLength;
  }
  return file;
}
