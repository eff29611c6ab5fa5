/** Models that were trained here: a config.json that holds the model's shape as it is, and tensors by their own names. */
import { z } from "zod";
import type { ModelConfig } from "../config";
import { type Parameters, parameterShapes } from "../parameters";
import { writeSafetensors } from "./writeSafetensors";

export const trainedType = "glassformer";

const size = z.number().int().positive().max(10_000_000);
const block = {
  width: size,
  heads: size,
  feedForward: z.number().int().nonnegative().max(10_000_000),
  activation: z.enum(["relu", "gelu", "geluTanh", "silu", "tanh"]),
  norm: z.enum(["pre", "post"]),
  epsilon: z.number().positive(),
};
const common = {
  ...block,
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
    z.object({
      ...block,
      architecture: z.literal("imageEncoder"),
      layers,
      imageSize: size.max(10_000),
      patchSize: size.max(10_000),
      channels: size.max(1_000),
      classes: size,
    }),
  ]),
}) satisfies z.ZodType<{ readonly model: ModelConfig }>;

/** Whether a file calls its tensors as such a model does. */
export function isTrained(tensors: { has(name: string): boolean }): boolean {
  return ["decoder.embedding", "encoder.embedding", "encoder.classToken"].some((name) => tensors.has(name));
}

/** model.safetensors of these weights. */
export function writeWeights(config: ModelConfig, parameters: Parameters): Uint8Array<ArrayBuffer> {
  const tensors = Array.from(parameterShapes(config).keys(), (name) => {
    const found = parameters.get(name);
    if (!found) throw new Error(`There is no weight named ${name} to write.`);
    return [name, found] as const;
  });
  return writeSafetensors(new Map(tensors));
}
