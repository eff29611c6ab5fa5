/** A small model of each architecture, for contracts that must hold for all of them. */
import type { ForwardInputs } from "../../src/engine/forward";
import type { ModelConfig } from "../../src/model/config";

const common = { width: 12, heads: 3, feedForward: 20, epsilon: 1e-5, vocabulary: 11, maximumLength: 8, padding: 0 };
const keep = [
  [1, 1, 1, 1],
  [1, 1, 1, 0],
];
const four = [
  [3, 1, 7, 2],
  [10, 4, 4, 0],
];
const three = [
  [1, 5, 6],
  [2, 9, 0],
];
const paper = {
  ...common,
  architecture: "encoderDecoder",
  encoderLayers: 2,
  decoderLayers: 2,
  sourceVocabulary: 11,
  scaleEmbedding: true,
  finalNorm: true,
  outputBias: true,
} as const;

export const smallModels: Readonly<Record<string, { readonly config: ModelConfig; readonly inputs: ForwardInputs }>> = {
  "encoder-decoder-post-norm": {
    config: {
      ...paper,
      activation: "relu",
      norm: "post",
      positions: "sinusoidal",
      sharedEmbedding: true,
      tiedOutput: true,
    },
    inputs: { ids: three, source: four, keep },
  },
  "encoder-decoder-pre-norm": {
    config: {
      ...paper,
      activation: "silu",
      norm: "pre",
      positions: "learned",
      sharedEmbedding: false,
      tiedOutput: false,
    },
    inputs: { ids: three, source: four },
  },
  "decoder-only": {
    config: {
      ...common,
      architecture: "decoderOnly",
      layers: 2,
      activation: "geluTanh",
      norm: "pre",
      positions: "learned",
      finalNorm: true,
      tiedOutput: true,
      outputBias: false,
    },
    inputs: { ids: four },
  },
  "encoder-only": {
    config: {
      ...common,
      architecture: "encoderOnly",
      layers: 2,
      segments: 2,
      activation: "gelu",
      norm: "post",
      positions: "learned",
      tiedOutput: true,
      outputBias: true,
    },
    inputs: { ids: four, keep, segments: keep },
  },
};
