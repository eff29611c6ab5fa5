/** A model's files to a session: each is checked before it is used. */
import { readAbout } from "../model/about";
import { readConfig } from "../model/checkpoints/config";
import { FetchError } from "../model/checkpoints/fetchError";
import { type Folder, parseJson, readFolder } from "../model/checkpoints/folder";
import { eachParameter } from "../model/checkpoints/layouts";
import { readTask, taskKindOf } from "../model/checkpoints/task";
import type { ModelConfig } from "../model/config";
import { Fault } from "../model/fault";
import { parameterShapes } from "../model/parameters";
import { Tokenizer } from "../model/tokenizers/tokenizer";
import { usualTexts } from "../model/usualTexts";
import { affordableLength, leastMemory, longest, type Memory } from "./memory";
import type { Backend, ModelInfo, Problem } from "./protocol";
import { makeReader } from "./reader";
import { Session } from "./session";

/** What a model may take; null for no limit. */
export type Limit = { readonly backend: Backend; readonly memory: Memory } | null;

/** A model that the backend cannot hold; `problem` has the figures. */
class TooLarge extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.kind);
    this.problem = problem;
  }
}

/**
 * Makes a session on the backend that is set. Weights are read one by one, after everything else is known to fit:
 * `progress` is called with the bytes that they have come to. Throws what `problemOf` has words for.
 */
export function openModel(
  name: string,
  folder: Folder,
  limit: Limit = null,
  progress: (read: number) => void = () => undefined,
): { readonly session: Session; readonly info: ModelInfo } {
  const { config: json, tokenizer: parsed, about: described, tensors, bytes } = readFolder(folder);
  const config = readConfig(json);
  const tokenizer = openTokenizer(config, parsed);
  const task = readTask(json, config, (token) => tokenizer?.id(token) ?? null);
  const about = described === null ? null : readAbout(described);
  const length = lengthWithin(config, limit);
  const fitting = config.architecture === "imageEncoder" ? config : { ...config, maximumLength: length };
  const sizes = [...parameterShapes(config).values()].map((shape) => shape.reduce((size, length) => size * length, 1));
  const parameters = sizes.reduce((sum, size) => sum + size, 0);
  const examples = about?.examples ?? (tokenizer ? usualTexts(tokenizer, task, length) : []);
  const info: ModelInfo = {
    name,
    config: fitting,
    task,
    about,
    examples,
    parameters,
    bytes,
    trainedLength: longest(config),
  };
  const reader = tokenizer && makeReader(tokenizer, task);
  const weights = counted(eachParameter(config, tensors), (count) => progress((count / parameters) * bytes));
  return { session: new Session({ config: fitting, parameters: weights, task, reader, examples }), info };
}

/** Tokens that there is memory for; throws TooLarge. */
function lengthWithin(config: ModelConfig, limit: Limit): number {
  if (limit === null) return longest(config);
  const { backend, memory } = limit;
  const length = affordableLength(config, backend, memory);
  if (length !== null) return length;
  const needed = leastMemory(config, backend);
  const of = needed.total > memory.total ? "total" : "largest";
  throw new TooLarge({ kind: "memory", of, backend, needed: needed[of], offered: memory[of] });
}

/** The same, with the count of weights told after each. */
function* counted<T extends { readonly data: Float32Array }>(
  parameters: Iterable<readonly [string, T]>,
  tell: (count: number) => void,
): Generator<readonly [string, T], void, undefined> {
  let count = 0;
  for (const parameter of parameters) {
    yield parameter;
    count += parameter[1].data.length;
    tell(count);
  }
}

/** Whether a model with that config.json could be opened within the limit: null, or why not. */
export function checkConfig(text: string, limit: Limit): Problem | null {
  try {
    const json = parseJson("config.json", text);
    const config = readConfig(json);
    taskKindOf(json, config);
    lengthWithin(config, limit);
    return null;
  } catch (error) {
    const problem = problemOf(error);
    if (problem) return problem;
    throw error;
  }
}

/** null for a model of images. */
function openTokenizer(config: ModelConfig, json: unknown): Tokenizer | null {
  if (config.architecture === "imageEncoder") return null;
  if (json === null) throw new Fault("fault.missing", { file: "tokenizer.json" });
  const tokenizer = new Tokenizer(json);
  if (tokenizer.vocabularySize > config.vocabulary) {
    throw new Fault("fault.config.tokens", { found: tokenizer.vocabularySize, needed: config.vocabulary });
  }
  return tokenizer;
}

/** What went wrong with a model, or a run that trains one, for the page; null for what is a bug of ours. */
export function problemOf(error: unknown, of: "checkpoint" | "run" = "checkpoint"): Problem | null {
  if (error instanceof FetchError) return { kind: "download", url: error.url, status: error.status };
  if (error instanceof Fault) return { kind: of, key: error.key, values: error.values };
  return error instanceof TooLarge ? error.problem : null;
}
