/** The models under a folder, from their own files. Runs the app's own code, so it is loaded apart from Vite's config. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { readAbout } from "../../src/model/about";
import { summaryOf } from "../../src/model/checkpoints/summary";
import type { ModelEntry, ModelScore } from "../../src/state/models";

/** What the engine fetches of a model, as far as it has them: models of images have no tokenizer. */
const fetched = ["config.json", "tokenizer.json", "about.json", "model.safetensors"];

/** Every model of a folder, in the order of the menu; throws where one's files cannot be used. */
export function listModels(folder: string): ModelEntry[] {
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, "model.safetensors")))
    .map((name) => readEntry(join(folder, name), name))
    .sort((a, b) => a.order - b.order || (a.name < b.name ? -1 : 1));
}

function readEntry(folder: string, name: string): ModelEntry {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), "utf8"));
  const { title, does, order } = readAbout(read("about.json"));
  const files = fetched.filter((file) => existsSync(join(folder, file)));
  return {
    name,
    title,
    does,
    order,
    ...summaryOf(read("config.json")),
    files: Object.fromEntries(files.map((file) => [file, statSync(join(folder, file)).size])),
    scores: readScores(readFileSync(join(folder, "README.md"), "utf8")),
  };
}

/** The metrics in a card's front matter (https://huggingface.co/docs/hub/model-cards#evaluation-results). */
export function readScores(card: string): ModelScore[] {
  const front = /^---\n(.*?)\n---/s.exec(card)?.[1] ?? "";
  const metrics = front.matchAll(/- type: (\S+)\n\s+name: (.+)\n\s+value: (\S+)/g);
  return [...metrics].map(([, type = "", name = "", value]) => ({ type, name: name.trim(), value: Number(value) }));
}
