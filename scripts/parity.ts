/**
 * `npm run parity -- DIR`: holds the engine to the reference results of every case under DIR, on every backend that
 * Node can run. A line a result; exits with 1 where one differs, is missing, or a file is refused.
 */
import { existsSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import "@tensorflow/tfjs-backend-cpu";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import { ready, setBackend } from "@tensorflow/tfjs-core";
import { compareCase } from "../tests/parity/compare";

const wasm = createRequire(import.meta.url).resolve("@tensorflow/tfjs-backend-wasm/package.json");
/** For CPU and WASM, by the cases' README. */
const tolerance = 1e-5;
const needed = "expected.safetensors";

/** DIR itself, or the folders in it that hold reference results. */
function findCases(folder: string): string[] {
  if (existsSync(join(folder, needed))) return [folder];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, "config.json")))
    .map((entry) => join(folder, entry.name))
    .sort();
}

/** True where every result of the case agrees. */
async function check(folder: string, backend: string): Promise<boolean> {
  try {
    const comparisons = await compareCase(folder, tolerance);
    for (const { result, difference, allowed } of comparisons) {
      const verdict = difference <= allowed ? "ok" : Number.isNaN(difference) ? "MISSING" : "OVER";
      console.log(
        `${verdict} ${backend} ${folder} ${result} ${difference.toExponential(2)} ≤ ${allowed.toExponential(2)}`,
      );
    }
    return comparisons.length > 0 && comparisons.every(({ difference, allowed }) => difference <= allowed);
  } catch (error) {
    console.log(`REFUSED ${backend} ${folder} ${error instanceof Error ? error.message : String(error)}`);
    return false;
  }
}

async function main(): Promise<boolean> {
  const folder = process.argv[2];
  if (folder === undefined || !existsSync(folder)) {
    console.error(`A folder of cases is needed; found ${folder ?? "none"}. Use: npm run parity -- DIR`);
    return false;
  }
  const cases = findCases(folder);
  if (cases.length === 0) console.error(`${folder} has no case: a folder with config.json and ${needed}.`);
  let agreed = cases.length > 0;
  setWasmPaths(`${dirname(wasm)}/dist/`);
  for (const backend of ["cpu", "wasm"]) {
    if (!(await setBackend(backend))) throw new Error(`The backend ${backend} did not start.`);
    await ready();
    for (const found of cases) agreed = (await check(found, backend)) && agreed;
  }
  return agreed;
}

process.exitCode = (await main()) ? 0 : 1;
