/**
 * npx tsx scripts/models/tuningGrid.ts: fine-tunes `fill-mask`, and the same network from random weights, with few labels
 * and more, three times each, by the app's own engine on WASM; → public/texts/tuning-grid.json, which the chapter on
 * fine-tuning shows. About twenty minutes on one core.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { Tuning } from "../../src/engine/tuning/tuning";
import { readConfig } from "../../src/model/checkpoints/config";
import { readFolder } from "../../src/model/checkpoints/folder";
import { readParameters } from "../../src/model/checkpoints/layouts";
import { Tokenizer } from "../../src/model/tokenizers/tokenizer";
import { starts, type TuningGrid } from "../../src/model/tuning/measuredGrid";
import { baseOf, firstTuningPlan } from "../../src/model/tuning/plan";
import { tuningTextsSchema } from "../../src/model/tuning/texts";
import { readModel } from "./files";
import { startWasm } from "./wasm";

const [labelCounts, seeds] = [
  [10, 30, 100, 300, 1000],
  [1, 2, 3],
];
const steps = 200;
const out = "public/texts/tuning-grid.json";

await startWasm();
const texts = tuningTextsSchema.parse(JSON.parse(readFileSync("public/texts/tuning.json", "utf8")));
const { config: json, tensors, tokenizer } = readFolder(readModel(baseOf.classes));
const config = readConfig(json);
if (config.architecture !== "encoderOnly") throw new Error(`${baseOf.classes} is no encoder.`);
const base = { config, parameters: readParameters(config, tensors), tokenizer: new Tokenizer(tokenizer) };
const plain = { ...firstTuningPlan("classes", "full"), steps };
const runs: TuningGrid["runs"] = [];
for (const labels of labelCounts) {
  for (const start of starts) {
    for (const seed of seeds) {
      const began = performance.now();
      const tuning = new Tuning({ ...plain, examples: labels, start, seed }, base, texts);
      while (!tuning.ending) await tuning.step();
      const seconds = (performance.now() - began) / 1000;
      const { accuracy } = await tuning.score();
      tuning.dispose();
      runs.push({ labels, start, seed, accuracy, seconds: Math.round(seconds * 10) / 10 });
      process.stdout.write(`${JSON.stringify(runs.at(-1))}\n`);
    }
  }
}
const { method, batch, rate } = plain;
if (method !== "full") throw new Error(`The grid is of full fine-tuning, not of ${method}.`);
const grid: TuningGrid = {
  command: "npx tsx scripts/models/tuningGrid.ts",
  machine: `one core of a shared ${cpus()[0]?.model ?? "processor"}`,
  classes: texts.classes.labels,
  heldOut: texts.classes.heldOut.length,
  plan: { method, steps, batch, rate },
  runs,
};
writeFileSync(out, `${JSON.stringify(grid)}\n`);
