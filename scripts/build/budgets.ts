/** What a visitor downloads may not grow unnoticed: sizes of the build against limits, each counted as one test. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { add, type Counts } from "./counts";

const KiB = 1024;

interface Budget {
  readonly title: string;
  readonly limit: number; // bytes
  readonly measure: (folder: string) => number;
}

/** Bytes after gzip of the files of assets/ that match. */
function zipped(folder: string, pattern: RegExp): number {
  const files = readdirSync(join(folder, "assets")).filter((file) => pattern.test(file));
  if (files.length === 0) throw new Error(`no file of ${folder}/assets matches ${pattern}`);
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, "assets", file))).length, 0);
}

/** Bytes as they are sent: brotli where there is such a file. */
function sent(folder: string, file: string): number {
  const path = join(folder, file);
  return statSync(existsSync(`${path}.br`) ? `${path}.br` : path).size;
}

/** The scripts that index.html itself asks for, in gzipped bytes. */
function initialScripts(folder: string): number {
  const page = readFileSync(join(folder, "index.html"), "utf8");
  const scripts = [...page.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].map((match) => match[1] as string);
  if (scripts.length === 0) throw new Error("index.html asks for no script");
  return scripts.reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0);
}

const budgets: readonly Budget[] = [
  { title: "scripts of the first view, gzip", limit: 330 * KiB, measure: initialScripts },
  {
    title: "WASM binary with SIMD, gzip",
    limit: 140 * KiB,
    measure: (folder) => zipped(folder, /wasm-simd-.*\.wasm$/),
  },
  {
    title: "weights of translate, as sent",
    limit: 1_000_000,
    measure: (folder) => sent(folder, "models/translate/model.safetensors"),
  },
  { title: "styles, gzip", limit: 30 * KiB, measure: (folder) => zipped(folder, /\.css$/) },
];

export function checkBudgets(folder: string): Counts {
  console.log("\n▸ budgets");
  let counts: Counts = { passed: 0, failed: 0 };
  for (const { title, limit, measure } of budgets) {
    let words: string;
    let within = false;
    try {
      const size = measure(folder);
      within = size <= limit;
      words = `${(size / KiB).toFixed(0)} KiB of ${(limit / KiB).toFixed(0)} KiB`;
    } catch (error) {
      words = error instanceof Error ? error.message : String(error);
    }
    console.log(`${within ? "✓" : "✗"} ${title}: ${words}`);
    counts = add(counts, { passed: within ? 1 : 0, failed: within ? 0 : 1 });
  }
  return counts;
}
