/**
 * `npm run parity -- DIR [--browser]`: holds the engine to the reference results of every case under DIR, on CPU and
 * WASM, with `--browser` also on WebGL and WebGPU in Chromium. A line a result; exits with 1 where one differs, is
 * missing, or a file is refused.
 */
import { statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import "@tensorflow/tfjs-backend-cpu";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import { ready, setBackend } from "@tensorflow/tfjs-core";
import { compareCase, findCases, hostTolerance } from "../tests/parity/cases";
import type { PageAnswer } from "../tests/parity/page";

const usage = "Use: npm run parity -- DIR [--browser]";
const wasm = createRequire(import.meta.url).resolve("@tensorflow/tfjs-backend-wasm/package.json");

let agreed = 0;
let failed = 0;

/** Prints a case's lines and counts them. */
function report(backend: string, folder: string, answer: PageAnswer): void {
  if (answer.kind === "refused") {
    failed += 1;
    console.log(`REFUSED ${backend} ${folder} ${answer.message}`);
    return;
  }
  for (const { result, difference, allowed } of answer.comparisons) {
    const verdict = difference <= allowed ? "ok" : Number.isNaN(difference) ? "MISSING" : "OVER";
    if (verdict === "ok") agreed += 1;
    else failed += 1;
    console.log(
      `${verdict} ${backend} ${folder} ${result} ${difference.toExponential(2)} ≤ ${allowed.toExponential(2)}`,
    );
  }
  if (answer.comparisons.length === 0) {
    report(backend, folder, { kind: "refused", message: "expected.safetensors: it has no result; one is needed." });
  }
}

async function compareInNode(backend: string, cases: readonly string[]): Promise<void> {
  if (!(await setBackend(backend))) throw new Error(`The backend ${backend} did not start.`);
  await ready();
  for (const folder of cases) {
    try {
      report(backend, folder, { kind: "compared", comparisons: await compareCase(folder, hostTolerance) });
    } catch (error) {
      report(backend, folder, { kind: "refused", message: error instanceof Error ? error.message : String(error) });
    }
  }
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { browser: { type: "boolean" } } });
  const [folder, ...more] = positionals;
  if (folder === undefined || more.length > 0 || !statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new Error(`One folder of cases is needed; found ${positionals.join(", ") || "none"}. ${usage}`);
  }
  const cases = findCases(folder);
  if (cases.length === 0) throw new Error(`${folder} has no case: a folder with config.json and expected.safetensors.`);
  setWasmPaths(`${dirname(wasm)}/dist/`);
  for (const backend of ["cpu", "wasm"]) await compareInNode(backend, cases);
  if (values.browser) {
    // Brings the bundler and Playwright with it, which the rest starts without.
    const { compareInBrowser } = await import("../tests/parity/inBrowser");
    await compareInBrowser(cases, report);
  }
}

try {
  await main();
  console.log(`${agreed} results agree, ${failed} do not.`);
} catch (error) {
  failed += 1;
  console.error(error instanceof Error ? error.message : String(error));
}
process.exitCode = failed === 0 ? 0 : 1;
