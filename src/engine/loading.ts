/** A model's files to a session: fetched together, each checked before it is used. */
import { readConfig } from "../model/checkpoints/config";
import { readLanguages } from "../model/checkpoints/languages";
import { readParameters } from "../model/checkpoints/layouts";
import { readSafetensors } from "../model/checkpoints/safetensors";
import { Fault, shown } from "../model/fault";
import { Tokenizer } from "../model/tokenizers/tokenizer";
import type { ModelInfo, Problem } from "./protocol";
import { makeReader } from "./reader";
import { Session } from "./session";

/** A model's files as they come. */
export interface ModelFiles {
  readonly config: string;
  readonly tokenizer: string;
  readonly weights: Uint8Array;
}

/** A file that did not come; `status` is null where there was no answer at all. */
export class DownloadError extends Error {
  override readonly name = "DownloadError";
  readonly url: string;
  readonly status: number | null;
  constructor(url: string, status: number | null) {
    super(`${url} could not be read (${status ?? "no answer"}).`);
    this.url = url;
    this.status = status;
  }
}

async function fetchFile(url: string): Promise<Response> {
  const response = await fetch(url).catch(() => null);
  if (!response?.ok) throw new DownloadError(url, response?.status ?? null);
  return response;
}

/** Fetches a model's files from a folder (ending in "/"); throws DownloadError. */
export async function fetchModel(folder: string): Promise<ModelFiles> {
  const [config, tokenizer, weights] = await Promise.all([
    fetchFile(`${folder}config.json`).then((response) => response.text()),
    fetchFile(`${folder}tokenizer.json`).then((response) => response.text()),
    fetchFile(`${folder}model.safetensors`).then((response) => response.arrayBuffer()),
  ]);
  return { config, tokenizer, weights: new Uint8Array(weights) };
}

function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Fault("fault.notJson", { file, found: shown(text.slice(0, 40)) });
  }
}

/** Makes a session on the backend that is set; throws a Fault. */
export function openModel(name: string, files: ModelFiles): { readonly session: Session; readonly info: ModelInfo } {
  const json = parse("config.json", files.config);
  const config = readConfig(json);
  if (config.architecture !== "encoderDecoder") {
    throw new Fault("fault.config.architecture", { found: config.architecture, needed: "encoderDecoder" });
  }
  const tokenizer = new Tokenizer(parse("tokenizer.json", files.tokenizer));
  if (tokenizer.vocabularySize > config.vocabulary) {
    throw new Fault("fault.config.tokens", { found: tokenizer.vocabularySize, needed: config.vocabulary });
  }
  const { reader, languages } = makeReader(tokenizer, readLanguages(json));
  const parameters = readParameters(config, readSafetensors(files.weights));
  const info: ModelInfo = {
    name,
    architecture: config.architecture,
    parameters: [...parameters.values()].reduce((sum, { data }) => sum + data.length, 0),
    bytes: files.weights.length,
    encoderLayers: config.encoderLayers,
    decoderLayers: config.decoderLayers,
    heads: config.heads,
    width: config.width,
    feedForward: config.feedForward,
    vocabulary: config.vocabulary,
    norm: config.norm,
    finalNorm: config.finalNorm,
    maximumLength: config.maximumLength,
    languages,
  };
  return { session: new Session(config, parameters, reader), info };
}

/** What went wrong with a model, for the page; null for what is a bug of ours. */
export function problemOf(error: unknown): Problem | null {
  if (error instanceof DownloadError) return { kind: "download", url: error.url, status: error.status };
  if (error instanceof Fault) return { kind: "checkpoint", message: error.message };
  return null;
}
