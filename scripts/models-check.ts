/**
 * `npm run models:check [-- NAME… --card --show]`: holds every shipped model (or those named) to its held-out set with the
 * app's own engine on WASM, and prints one JSON line a model. Fails where a model misses its bar, or its card states another
 * score than the one just measured. `--card` writes the scores, with the facts of the training run, into the cards and the
 * README's table; `--show` prints what went wrong to standard error.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { bars, missed } from "./models/bars";
import { card, statedScores } from "./models/card";
import type { Evaluation, Result } from "./models/evaluation";
import { modelsFolder, shippedModels } from "./models/files";
import { type OpenImages, type OpenModel, open } from "./models/open";
import { withTrainingTable } from "./models/trainingTable";
import { startWasm } from "./models/wasm";

const options = { card: { type: "boolean" }, show: { type: "boolean" } } as const;
const { values, positionals } = parseArgs({ options, allowPositionals: true });
const names = positionals.length > 0 ? positionals : shippedModels;
const training = z.record(z.string(), z.unknown());
/** What the last digits of single precision may change between machines. */
const tolerance = 2e-3;

/** Scores are told to four places. */
function rounded({ scores, ...rest }: Result): Result {
  return { ...rest, scores: scores.map((score) => ({ ...score, value: Number(score.value.toFixed(4)) })) };
}

/** Where the card says another thing than was measured. */
function differences(file: string, { scores }: Result): readonly string[] {
  const stated = existsSync(file) ? statedScores(readFileSync(file, "utf8")) : [];
  return scores.flatMap(({ name, value }, place) =>
    Math.abs(value - (stated[place] ?? Number.NaN)) <= tolerance
      ? []
      : [`The card states ${stated[place]} for ${name}; measured is ${value}.`],
  );
}

async function check(name: string): Promise<readonly string[]> {
  const { evaluation } = (await import(`./models/evaluations/${name}.ts`)) as {
    readonly evaluation: Evaluation<OpenModel | OpenImages>;
  };
  const facts = training.parse(JSON.parse(readFileSync(`scripts/pretrain/${name}.training.json`, "utf8")));
  const model = open(name);
  const began = performance.now();
  const show = (what: string) => values.show && console.error(what);
  const result = rounded(await evaluation.evaluate(model, show));
  model.runner.dispose();
  const baseline = evaluation.baseline(facts);
  const { bytes, parameters } = model.facts;
  const [first, ...more] = result.scores;
  const line = { name, score: first?.value, unit: bars[name]?.unit, baseline, items: result.items, bytes, parameters };
  const others = Object.fromEntries(more.map((score) => [score.name, score.value]));
  const seconds = Math.round((performance.now() - began) / 1000);
  console.log(JSON.stringify({ ...line, first: first?.name, ...others, seconds }));
  const file = join(modelsFolder, name, "README.md");
  if (values.card) writeFileSync(file, card(model.facts, evaluation.card(model.facts, facts, result), result));
  return [...missed(name, result, baseline, parameters), ...differences(file, result)];
}

await startWasm();
for (const name of names) {
  for (const complaint of await check(name)) {
    process.exitCode = 1;
    console.error(`${name}: ${complaint}`);
  }
}
if (values.card) writeFileSync("README.md", withTrainingTable(readFileSync("README.md", "utf8")));
