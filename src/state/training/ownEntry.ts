/** What was trained here, as an entry of the menu: its files as blobs, with an about.json of its own. */
import type { About, Example } from "../../model/about";
import type { TrainedFiles } from "../../model/training/files";
import type { ModelEntry } from "../models";

/** What the menu says of it, in both languages, for it outlives the page that trains. */
export type OwnWords = Pick<About, "title" | "does">;

/** Where a model that was trained here stands in the menu. */
const order = 1000;

/** about.json of such a model. */
export function aboutOf(words: OwnWords, examples: readonly Example[]): string {
  return JSON.stringify({ ...words, examples, order });
}

export function ownEntry(
  name: string,
  words: OwnWords,
  shape: Pick<ModelEntry, "architecture" | "task">,
  files: TrainedFiles,
): ModelEntry {
  const blobs = {
    "config.json": new Blob([files.config]),
    ...(files.tokenizer === null ? {} : { "tokenizer.json": new Blob([files.tokenizer]) }),
    "about.json": new Blob([aboutOf(words, files.examples)]),
    "model.safetensors": new Blob([files.weights]),
  };
  const sizes = Object.fromEntries(Object.entries(blobs).map(([file, blob]) => [file, blob.size]));
  return { name, ...words, order, ...shape, parameters: files.parameters, files: sizes, scores: [], blobs };
}
