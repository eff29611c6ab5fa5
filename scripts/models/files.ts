/** The shipped models' files, from disk. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { inMemory } from "../../src/model/checkpoints/bytes";
import type { Folder } from "../../src/model/checkpoints/folder";

export const modelsFolder = fileURLToPath(new URL("../../public/models/", import.meta.url));

/** Folders under public/models that hold weights, in order. */
export const shippedModels: readonly string[] = readdirSync(modelsFolder)
  .filter((name) => existsSync(join(modelsFolder, name, "model.safetensors")))
  .sort();

/** A shipped model's folder, in memory; with other weights than its own where they are given. */
export function readModel(name: string, weights?: Uint8Array): Folder {
  const files = ["config.json", "tokenizer.json", "about.json", "model.safetensors"];
  const found = files.filter((file) => existsSync(join(modelsFolder, name, file)));
  const read = (file: string) =>
    weights && file === "model.safetensors" ? weights : readFileSync(join(modelsFolder, name, file));
  return new Map(found.map((file) => [file, inMemory(read(file))]));
}
