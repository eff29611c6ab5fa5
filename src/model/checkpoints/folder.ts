/**
 * A checkpoint as it lies in a folder: config.json, a tokenizer in one of three forms, weights in one file or several.
 * Knows nothing of where the folder is.
 */
import { Fault, shown } from "../fault";
import { byteLevelTokenizer, wordPieceTokenizer } from "../tokenizers/vocabularyFiles";
import type { Bytes } from "./bytes";
import { readSafetensors, type StoredTensor } from "./safetensors";
import { readShards, shardsOf } from "./shards";

/** Files by name. */
export type Folder = ReadonlyMap<string, Bytes>;

export interface Checkpoint {
  readonly config: unknown;
  /** A parsed tokenizer.json; null where there is no tokenizer, as for a model of images. */
  readonly tokenizer: unknown;
  /** A parsed about.json; null for a model from elsewhere. */
  readonly about: unknown;
  readonly tensors: ReadonlyMap<string, StoredTensor>;
  /** Of the weights, in all files. */
  readonly bytes: number;
}

export const weightsFile = "model.safetensors";
export const indexFile = "model.safetensors.index.json";
/** Beyond this, weights in float32 leave no room for anything else in 4 GiB of addresses. */
export const largestWeights = 2 * 2 ** 30;

/** Parses a file's text; throws a Fault. */
export function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Fault("fault.notJson", { file, found: shown(text.slice(0, 40)) });
  }
}

/** Reads everything but the weights themselves; throws a Fault. */
export function readFolder(folder: Folder): Checkpoint {
  const text = (file: string): string | null => {
    const bytes = folder.get(file);
    return bytes ? new TextDecoder().decode(bytes.read(0, bytes.size)) : null;
  };
  const json = (file: string): unknown => {
    const found = text(file);
    return found === null ? null : parseJson(file, found);
  };
  if (!folder.has("config.json")) throw new Fault("fault.missing", { file: "config.json" });
  const config = json("config.json");
  return { config, tokenizer: readTokenizer(json, text), about: json("about.json"), ...readWeights(folder, json) };
}

function readTokenizer(json: (file: string) => unknown, text: (file: string) => string | null): unknown {
  const whole = json("tokenizer.json");
  if (whole !== null) return whole;
  const [vocabulary, merges, words] = [json("vocab.json"), text("merges.txt"), text("vocab.txt")];
  if (vocabulary !== null && merges !== null) return byteLevelTokenizer(vocabulary, merges);
  return words === null ? null : wordPieceTokenizer(words, json("tokenizer_config.json"));
}

function readWeights(folder: Folder, json: (file: string) => unknown): Pick<Checkpoint, "tensors" | "bytes"> {
  const one = folder.get(weightsFile);
  const index = one ? null : json(indexFile);
  if (!one && index === null) throw new Fault("fault.missing", { file: weightsFile });
  const files = one ? [one] : shardsOf(index).flatMap((file) => folder.get(file) ?? []);
  const bytes = files.reduce((sum, file) => sum + file.size, 0);
  checkSize(bytes);
  return { tensors: one ? readSafetensors(one) : readShards(index, folder), bytes };
}

/** Throws a Fault for weights that no browser could run. */
export function checkSize(bytes: number): void {
  if (bytes > largestWeights) throw new Fault("fault.tooLarge", { found: GB(bytes), needed: GB(largestWeights) });
}

function GB(bytes: number): string {
  return (bytes / 1e9).toFixed(2);
}
