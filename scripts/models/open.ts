/** A shipped model of any architecture, ready to run on the backend that is set. */
import type { ModelInfo } from "../../src/engine/protocol";
import { Runner } from "../../src/engine/runner";
import { readConfig } from "../../src/model/checkpoints/config";
import { readFolder } from "../../src/model/checkpoints/folder";
import { readParameters } from "../../src/model/checkpoints/layouts";
import { type ImageEncoderConfig, type ModelConfig, patchCounts, type TextConfig } from "../../src/model/config";
import { Tokenizer } from "../../src/model/tokenizers/tokenizer";
import { readModel } from "./files";

/** What a card says of every model's shape. */
export type ModelFacts = Pick<ModelInfo, "name" | "parameters" | "bytes"> &
  Pick<TextConfig, "heads" | "width" | "feedForward" | "vocabulary" | "maximumLength"> & { readonly blocks: string };

interface Opened {
  readonly name: string;
  readonly runner: Runner;
  readonly facts: ModelFacts;
}

/** A model that reads text. */
export interface OpenModel extends Opened {
  readonly config: TextConfig;
  readonly tokenizer: Tokenizer;
}

/** A model that reads images. */
export interface OpenImages extends Opened {
  readonly config: ImageEncoderConfig;
}

function blocksOf(config: ModelConfig): string {
  if (config.architecture === "encoderDecoder")
    return `${config.encoderLayers} encoder, ${config.decoderLayers} decoder`;
  return `${config.layers} ${config.architecture === "decoderOnly" ? "decoder" : "encoder"}`;
}

/** Opens the model of that name under public/models, with other weights where they are given; its runner is to be disposed of. */
export function open(name: string, weights?: Uint8Array): OpenModel | OpenImages {
  const { config: json, tokenizer, tensors, bytes } = readFolder(readModel(name, weights));
  const config = readConfig(json);
  const parameters = readParameters(config, tensors);
  const { heads, width, feedForward } = config;
  const image = config.architecture === "imageEncoder";
  const facts = {
    name,
    parameters: [...parameters.values()].reduce((sum, { data }) => sum + data.length, 0),
    bytes,
    blocks: blocksOf(config),
    ...{ heads, width, feedForward },
    vocabulary: image ? 0 : config.vocabulary,
    maximumLength: image ? patchCounts(config).patches + 1 : config.maximumLength,
  };
  const opened = { name, runner: new Runner(config, parameters), facts };
  if (config.architecture === "imageEncoder") return { ...opened, config };
  return { ...opened, config, tokenizer: new Tokenizer(tokenizer) };
}
