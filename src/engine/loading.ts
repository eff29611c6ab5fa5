/** A model's files to a session: each is checked before it is used. */
import { readAbout } from "../model/about";
import { readConfig } from "../model/checkpoints/config";
import { readParameters } from "../model/checkpoints/layouts";
import { readSafetensors } from "../model/checkpoints/safetensors";
import { readTask } from "../model/checkpoints/task";
import type { ModelConfig } from "../model/config";
import { Fault, shown } from "../model/fault";
import { Tokenizer } from "../model/tokenizers/tokenizer";
import { DownloadError, type ModelFiles } from "./download";
import type { ModelInfo, Problem } from "./protocol";
import { makeReader } from "./reader";
import { Session } from "./session";

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
  const tokenizer = openTokenizer(config, files);
  const task = readTask(json, config, (token) => tokenizer?.id(token) ?? null);
  const about = files.about === null ? null : readAbout(parse("about.json", files.about));
  const parameters = readParameters(config, readSafetensors(files.weights));
  const info: ModelInfo = {
    name,
    config,
    task,
    about,
    parameters: [...parameters.values()].reduce((sum, { data }) => sum + data.length, 0),
    bytes: files.weights.length,
  };
  const reader = tokenizer && makeReader(tokenizer, task);
  const examples = about?.examples ?? [];
  return { session: new Session({ config, parameters, task, reader, examples }), info };
}

/** null for a model of images. */
function openTokenizer(config: ModelConfig, { tokenizer: text }: ModelFiles): Tokenizer | null {
  if (config.architecture === "imageEncoder") return null;
  if (text === null) throw new Fault("fault.missing", { file: "tokenizer.json" });
  const tokenizer = new Tokenizer(parse("tokenizer.json", text));
  if (tokenizer.vocabularySize > config.vocabulary) {
    throw new Fault("fault.config.tokens", { found: tokenizer.vocabularySize, needed: config.vocabulary });
  }
  return tokenizer;
}

/** What went wrong with a model, for the page; null for what is a bug of ours. */
export function problemOf(error: unknown): Problem | null {
  if (error instanceof DownloadError) return { kind: "download", url: error.url, status: error.status };
  if (error instanceof Fault) return { kind: "checkpoint", message: error.message };
  return null;
}
