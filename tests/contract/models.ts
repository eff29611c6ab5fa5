/** A small model of each architecture, and every shipped one, for contracts that must hold for all of them. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { modelsFolder, readModel, shippedModels } from "../../scripts/models/files";
import type { ForwardInputs, TokenInputs } from "../../src/engine/forward";
import { readConfig } from "../../src/model/checkpoints/config";
import { readFolder } from "../../src/model/checkpoints/folder";
import { readParameters } from "../../src/model/checkpoints/layouts";
import { readSafetensors } from "../../src/model/checkpoints/safetensors";
import type { ModelConfig, TextConfig } from "../../src/model/config";
import { type Parameters, randomParameters } from "../../src/model/parameters";
import { cutPatches } from "../../src/model/patches";

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
/** Four patches of eight values. */
const patchesOf = (image: number) =>
  Array.from({ length: 4 }, (_, patch) => Array.from({ length: 8 }, (_, i) => Math.sin(image * 32 + patch * 8 + i)));
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
  "attention-only": {
    config: {
      ...common,
      feedForward: 0,
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
      classes: null,
      activation: "gelu",
      norm: "post",
      positions: "learned",
      tiedOutput: true,
      outputBias: true,
    },
    inputs: { ids: four, keep, segments: keep },
  },
  "encoder-only-classifier": {
    config: {
      ...common,
      architecture: "encoderOnly",
      layers: 2,
      segments: 0,
      classes: 5,
      activation: "gelu",
      norm: "post",
      positions: "learned",
      tiedOutput: false,
      outputBias: true,
    },
    inputs: { ids: four, keep },
  },
  "image-encoder": {
    config: {
      architecture: "imageEncoder",
      width: 12,
      heads: 3,
      layers: 2,
      feedForward: 20,
      activation: "gelu",
      norm: "pre",
      epsilon: 1e-12,
      imageSize: 4,
      patchSize: 2,
      channels: 2,
      classes: 3,
    },
    inputs: { patches: [0, 1].map((image) => patchesOf(image)) },
  },
};

interface TracedModel {
  readonly config: ModelConfig;
  readonly inputs: ForwardInputs;
  readonly parameters: () => Parameters;
}

/** The start of the first row that the model's expected results are of. */
function shipped(name: string): TracedModel {
  const { config: json, tensors } = readFolder(readModel(name));
  const config = readConfig(json);
  const expected = readSafetensors(readFileSync(join(modelsFolder, name, "expected.safetensors")));
  const row = (tensor: string) => {
    const found = expected.get(tensor);
    return found ? [[...found.read().slice(0, Math.min(5, found.shape[1] ?? 0))]] : null;
  };
  const parameters = () => readParameters(config, tensors);
  if (config.architecture === "imageEncoder") {
    const { channels, imageSize } = config;
    const image =
      expected
        .get("pixel_values")
        ?.read()
        .slice(0, channels * imageSize ** 2) ?? [];
    return { config, inputs: { patches: [cutPatches(config, image)] }, parameters };
  }
  const source = row("src_ids");
  const ids = row("input_ids") ?? row("tgt_ids") ?? [];
  const inputs = source ? { source, ids } : { ids };
  return { config, inputs, parameters };
}

/** Those that read tokens. */
export const textModels = Object.entries(smallModels).flatMap(
  ([name, { config, inputs }]): [string, { readonly config: TextConfig; readonly inputs: TokenInputs }][] =>
    config.architecture === "imageEncoder" || "patches" in inputs ? [] : [[name, { config, inputs }]],
);

export const allModels: Readonly<Record<string, TracedModel>> = {
  ...Object.fromEntries(
    Object.entries(smallModels).map(([name, model]) => [
      name,
      { ...model, parameters: () => randomParameters(model.config, 7) },
    ]),
  ),
  ...Object.fromEntries(shippedModels.map((name) => [name, shipped(name)])),
};
