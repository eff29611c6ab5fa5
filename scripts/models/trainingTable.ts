/** The README's table of the shipped models: what training each took, and what its card says it reaches. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { modelsFolder, shippedModels } from "./files";
import { counted } from "./words";

const [begin, end] = ["<!-- trained models: npm run models:check -- --card -->\n", "<!-- /trained models -->"];

const runs = z.object({
  steps: z.number(),
  seconds: z.number(),
  parameters: z.number().optional(),
  earlierSteps: z.number().default(0),
  earlierSeconds: z.number().default(0),
});

function row(name: string): string {
  const facts = runs.parse(JSON.parse(readFileSync(`scripts/pretrain/${name}.training.json`, "utf8")));
  const card = readFileSync(join(modelsFolder, name, "README.md"), "utf8");
  const scores = [...card.matchAll(/^ +name: (.+)\n +value: (\S+)$/gm)].map(([, of, value]) => `${of}: ${value}`);
  const minutes = Math.max(1, Math.round((facts.seconds + facts.earlierSeconds) / 60));
  return `| \`${name}\` | ${counted(facts.steps + facts.earlierSteps)} | ${minutes} min | ${scores.join("; ")} |`;
}

/** The README with its table made anew; throws where its place is missing. */
export function withTrainingTable(readme: string): string {
  const [from, to] = [readme.indexOf(begin), readme.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`README.md has no place for the table: ${begin}${end}`);
  const rows = [
    "| model | steps | processor time of one core | scores on held-out data |",
    "| --- | --- | --- | --- |",
  ];
  const table = [...rows, ...shippedModels.map(row)].join("\n");
  return `${readme.slice(0, from + begin.length)}${table}\n${readme.slice(to)}`;
}
