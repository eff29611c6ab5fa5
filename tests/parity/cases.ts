/** Reference cases in folders. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type CaseFiles, type Comparison, compareFiles } from "./compare";

/** Largest difference on CPU and WASM, by the cases' README. */
export const hostTolerance = 1e-5;
/** On WebGL and WebGPU. */
export const graphicsTolerance = 1e-4;

export const fileNames = {
  config: "config.json",
  model: "model.safetensors",
  expected: "expected.safetensors",
} as const;

/** A case has a config and one of the others; with the third missing it is still a case, that is refused. */
function isCase(folder: string): boolean {
  const has = (file: string) => existsSync(join(folder, file));
  return has(fileNames.expected) || (has(fileNames.config) && has(fileNames.model));
}

/** `folder` itself where it is a case, and every one below it, in order. */
export function findCases(folder: string): string[] {
  const below = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== "node_modules" && !entry.name.startsWith("."))
    .flatMap((entry) => findCases(join(folder, entry.name)))
    .sort();
  return isCase(folder) ? [folder, ...below] : below;
}

function readCase(folder: string): CaseFiles {
  const read = (file: string) => readFileSync(join(folder, file));
  return {
    config: read(fileNames.config).toString(),
    model: read(fileNames.model),
    expected: read(fileNames.expected),
  };
}

/** Compares on the backend that is set; throws where a file is refused. */
export function compareCase(folder: string, tolerance: number): Promise<Comparison[]> {
  return compareFiles(readCase(folder), tolerance);
}
