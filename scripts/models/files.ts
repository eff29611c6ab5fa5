/** The shipped models' files, from disk. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ModelFiles } from "../../src/engine/download";

export const modelsFolder = fileURLToPath(new URL("../../public/models/", import.meta.url));

/** Folders under public/models that hold weights, in order. */
export const shippedModels: readonly string[] = readdirSync(modelsFolder)
  .filter((name) => existsSync(join(modelsFolder, name, "model.safetensors")))
  .sort();

export function readModel(name: string): ModelFiles {
  const read = (file: string) => readFileSync(join(modelsFolder, name, file));
  return {
    config: read("config.json").toString(),
    tokenizer: existsSync(join(modelsFolder, name, "tokenizer.json")) ? read("tokenizer.json").toString() : null,
    about: read("about.json").toString(),
    weights: read("model.safetensors"),
  };
}
