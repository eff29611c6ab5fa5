/**
 * `npm run models:check [-- --card] [-- --show]`: decodes the held-out set of every shipped model with the app's own
 * engine on WASM and prints the scores as JSON. `--card` writes them, with the facts of the training run, into the
 * model's card; `--show` prints what was decoded wrongly to standard error.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import { ready, setBackend } from "@tensorflow/tfjs-core";
import { z } from "zod";
import { openModel } from "../src/engine/loading";
import { card } from "./models/card";
import { exactMatch, type Score } from "./models/exactMatch";
import { modelsFolder, readModel, shippedModels } from "./models/files";

const { values } = parseArgs({ options: { card: { type: "boolean" }, show: { type: "boolean" } } });
const least = 0.97;
const sentences = 1000;
const training = z.object({
  steps: z.number(),
  seconds: z.number(),
  batch: z.number(),
  rate: z.number(),
  dropout: z.number(),
  seed: z.number(),
  sentences: z.number(),
  torch: z.string(),
});

setWasmPaths(`${dirname(createRequire(import.meta.url).resolve("@tensorflow/tfjs-backend-wasm/package.json"))}/dist/`);
await setBackend("wasm");
await ready();
const scores: Record<string, Score> = {};
for (const name of shippedModels) {
  const model = openModel(name, readModel(name));
  const score = await exactMatch(model, sentences, (...wrong) => {
    if (values.show) console.error(wrong.join(" | "));
  });
  scores[name] = score;
  model.session.dispose();
  if (Object.values(score.exactMatch).some((share) => share < least)) process.exitCode = 1;
  if (values.card) {
    const facts = training.parse(JSON.parse(readFileSync(`scripts/pretrain/${name}.training.json`, "utf8")));
    writeFileSync(join(modelsFolder, name, "README.md"), card(model.info, facts, score));
  }
}
console.log(JSON.stringify(scores, null, 2));
