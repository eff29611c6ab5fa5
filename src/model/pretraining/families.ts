/** The kinds of model that text can be learned with, side by side: weights, what each place sees, how far apart places are. */
import type { TextConfig } from "../config";
import { parameterShapes } from "../parameters";

export const families = ["encoder", "decoder", "both", "recurrent"] as const;
export type Family = (typeof families)[number];

export interface Size {
  readonly layers: number;
  readonly width: number;
  readonly vocabulary: number;
  /** Of the text, in tokens. */
  readonly length: number;
}

/** Weights in all, with an output tied to the embeddings, feed-forward layers four times as wide as the model. */
export function weightsOf(family: Family, size: Size): number {
  if (family === "recurrent") return recurrentWeights(size);
  let sum = 0;
  for (const shape of parameterShapes(configOf(family, size)).values()) sum += shape.reduce((a, b) => a * b, 1);
  return sum;
}

/**
 * Embeddings and gated recurrent units (Cho et al. 2014, https://arxiv.org/abs/1406.1078): each layer three gates, each
 * two matrices and, as PyTorch has it, two biases.
 */
function recurrentWeights({ layers, width, vocabulary }: Size): number {
  return vocabulary * width + layers * 3 * (2 * width * width + 2 * width);
}

function configOf(family: Exclude<Family, "recurrent">, { layers, width, vocabulary, length }: Size): TextConfig {
  const common = {
    width,
    heads: 4,
    feedForward: 4 * width,
    activation: "gelu",
    epsilon: 1e-5,
    vocabulary,
    positions: "learned",
    maximumLength: length,
    tiedOutput: true,
    outputBias: false,
    padding: 0,
  } as const;
  if (family === "encoder") {
    return { architecture: "encoderOnly", ...common, norm: "post", layers, segments: 0, classes: null };
  }
  if (family === "decoder") return { architecture: "decoderOnly", ...common, norm: "pre", layers, finalNorm: true };
  return {
    architecture: "encoderDecoder",
    ...common,
    norm: "pre",
    encoderLayers: layers,
    decoderLayers: layers,
    sourceVocabulary: vocabulary,
    scaleEmbedding: false,
    sharedEmbedding: true,
    finalNorm: true,
  };
}

/**
 * Steps of one layer that lie between place `from` and what place `to` says of it, 0 for itself; null where nothing of it
 * comes there.
 */
export function stepsBetween(family: Family, from: number, to: number): number | null {
  if (family === "encoder") return from === to ? 0 : 1;
  if (from > to) return null;
  if (family === "recurrent") return to - from;
  return from === to ? 0 : 1;
}

/** Steps that must wait for one another to read a text, in one layer (Vaswani et al. 2017, table 1). */
export function sequentialSteps(family: Family, length: number): number {
  return family === "recurrent" ? length : 1;
}

/** The longest way between two places of a text, in steps of one layer. */
export function longestPath(family: Family, length: number): number {
  return family === "recurrent" ? length - 1 : 1;
}
