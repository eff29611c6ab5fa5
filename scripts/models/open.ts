/** A shipped model of any architecture, ready to run on the backend that is set. */
import type { ModelInfo } from "../../src/engine/protocol";
import { Runner } from "../../src/engine/runner";
import { readConfig } from "../../src/model/checkpoints/config";
import { readParameters } from "../../src/model/checkpoints/layouts";
import { readSafetensors } from "../../src/model/checkpoints/safetensors";
import type { ModelConfig } from "../../src/model/config";
import { Tokenizer } from "../../src/model/tokenizers/tokenizer";
import { readModel } from "./files";

/** What a card says of every model's shape. */
export type ModelFacts = Pick<ModelInfo, "name" | "parameters" | "bytes"> &
  Pick<ModelConfig, "heads" | "width" | "feedForward" | "vocabulary" | "maximumLength"> & { readonly blocks: string };

export interface OpenModel {
  readonly name: string;
  readonly config: ModelConfig;
  readonly tokenizer: Tokenizer;
  readonly runner: Runner;
  readonly facts: ModelFacts;
}

function blocksOf(config: ModelConfig): string {
  if (config.architecture === "encoderDecoder")
    return `${config.encoderLayers} encoder, ${config.decoderLayers} decoder`;
  return `${config.layers} ${config.architecture === "decoderOnly" ? "decoder" : "encoder"}`;
}

/** Opens the model of that name under public/models; its runner is to be disposed of. */
export function open(name: string): OpenModel {
  const files = readModel(name);
  const config = readConfig(JSON.parse(files.config));
  const parameters = readParameters(config, readSafetensors(files.weights));
  const { heads, width, feedForward, vocabulary, maximumLength } = config;
  const facts = {
    name,
    parameters: [...parameters.values()].reduce((sum, { data }) => sum + data.length, 0),
    bytes: files.weights.length,
    blocks: blocksOf(config),
    ...{ heads, width, feedForward, vocabulary, maximumLength },
  };
  return {
    name,
    config,
    tokenizer: new Tokenizer(JSON.parse(files.tokenizer ?? "")),
    runner: new Runner(parameters),
    facts,
  };
}
