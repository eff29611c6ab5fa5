/**
 * npx tsx scripts/models/prompting.ts: writes public/texts/prompting.json, how far prompts without any training get on
 * shipped decoders, with the app's own engine on WASM. Of five wordings the
 * two were chosen on 54 definitions of the validation side; four of them had first been looked at on all that is held out.
 */
import { writeFileSync } from "node:fs";
import { attentionOf } from "../../src/engine/attention";
import { headsOff } from "../../src/engine/edits";
import { forward } from "../../src/engine/forward";
import type { Edits } from "../../src/engine/runner";
import { largest, surprise } from "../../src/model/distribution";
import { randomNumbers } from "../../src/model/parameters";
import { inductionHead, type Prompting, promptingSchema } from "../../src/model/prompting/measured";
import {
  attendedAfter,
  draw,
  type Example,
  labels,
  type Mapping,
  mapping,
  questions,
  shuffled,
  type Way,
  ways,
} from "../../src/model/prompting/prompts";
import { categories } from "../data/classify";
import { repeated } from "../data/induction";
import { synsets } from "../data/wordnet";
import { everyPlace, idOf, idsOf, sample } from "./forced";
import { type OpenModel, open } from "./open";
import { startWasm } from "./wasm";

/** Questions of each label; examples and questions of each that the page has. */
const [each, shownExamples, shownQuestions] = [40, 8, 3] as const;
/** Tokens of a question, of an example: with these four examples fit into the 64 that `dictionary` reads. */
const [longestQuestion, exampleTokens] = [12, [3, 5]] as const;
const seed = 7;

function openText(name: string): OpenModel {
  const model = open(name);
  if (!("tokenizer" in model)) throw new Error(`${name} reads no text.`);
  return model;
}

/** Definitions of nouns that do not have the answer in them, with how many tokens they are. */
function definitions(model: OpenModel) {
  const named = new RegExp(`\\b(${labels.join("|")})s?\\b`, "i");
  return synsets().flatMap(({ partOfSpeech, category, definition, side }) => {
    const label = labels.find((one) => one === categories[category - 3]);
    if (partOfSpeech !== "noun" || !label || named.test(definition)) return [];
    return [{ text: definition, label, side, length: idsOf(model, definition).length }];
  });
}

/** Fit to be shown to a class. */
function decent({ text }: Example): boolean {
  return !/sex|genital|murder|kill|vomit|evil|prostitut|slang|drug|war\b/i.test(text);
}

/** As many of each label, `count` at most, one label after the other. */
function ofEach(items: readonly Example[], count: number): Example[] {
  const groups = labels.map((label) =>
    items.flatMap((item) => (item.label === label ? { text: item.text, label } : [])),
  );
  const least = Math.min(count, ...groups.map(({ length }) => length));
  return groups.flatMap((group) => sample(group, least));
}

/** Which label is the likeliest, for each item. */
async function told(model: OpenModel, way: Way, asked: readonly (readonly Example[])[], items: readonly Example[]) {
  const end = idOf(model, "<end>");
  const rows = items.flatMap(({ text }, item) =>
    questions(way, asked[item] ?? [], text).map(({ given, told }) => {
      const ids = [end, ...idsOf(model, given + told)];
      return { ids, from: idsOf(model, given).length + 1 };
    }),
  );
  const scores = rows.map(() => 0);
  const visit = (row: number, place: number, logits: Float32Array) => {
    const { ids = [], from = 0 } = rows[row] ?? {};
    const next = ids[place + 1];
    if (next !== undefined && place + 1 >= from) scores[row] = (scores[row] ?? 0) - surprise(logits, next);
  };
  await everyPlace(
    model,
    rows.map(({ ids }) => ids),
    visit,
  );
  return items.map((_, item) => largest(scores.slice(item * labels.length, (item + 1) * labels.length)));
}

async function categoriesMeasured(): Promise<Prompting["categories"]> {
  const model = openText("dictionary");
  const all = definitions(model);
  const [least, most] = exampleTokens;
  const examples = all.filter(({ side, length }) => side === "train" && length >= least && length <= most);
  const items = ofEach(
    all.filter(({ side, length }) => side === "test" && length <= longestQuestion),
    each,
  );
  const results: Prompting["categories"]["results"] = [];
  for (const way of ways) {
    for (const shots of [0, 1, 2, 4]) {
      const random = randomNumbers(seed);
      const shown = items.map(() => draw(examples, shots, random));
      const lengths = items.flatMap(({ text }, item) =>
        questions(way, shown[item] ?? [], text).map(({ given, told }) => 1 + idsOf(model, given + told).length),
      );
      if (Math.max(...lengths) > model.config.maximumLength) continue;
      const answers = await told(model, way, shown, items);
      const right = answers.filter((answer, item) => labels[answer] === items[item]?.label).length;
      const said = labels.map((_, label) => answers.filter((answer) => answer === label).length);
      console.log(way, shots, `${right} of ${items.length}`, said.join(" "));
      results.push({ way, shots, right, said });
    }
  }
  model.runner.dispose();
  return {
    items: items.length,
    results,
    examples: ofEach(examples.filter(decent), shownExamples),
    questions: [...shuffled(ofEach(items.filter(decent), shownQuestions), randomNumbers(seed))],
  };
}

/** How many mappings the model answers, all letters being possible answers. */
async function answered(model: OpenModel, mappings: readonly Mapping[], edits?: Edits): Promise<number> {
  let right = 0;
  const rows = mappings.map(({ prompt }) => idsOf(model, prompt.join(" ")));
  const answers = mappings.map(({ pairs }) => idOf(model, pairs[0]?.[1] ?? ""));
  const visit = (row: number, place: number, logits: Float32Array) => {
    if (place + 1 === rows[row]?.length && largest(logits) === answers[row]) right += 1;
  };
  await everyPlace(model, rows, visit, edits);
  return right;
}

const path = (layer: number) => `decoder.${layer}.selfAttention.headOutput`;

/** What every head attends to, on average, and how many mappings are answered without it. */
async function headsMeasured(model: OpenModel, mappings: readonly Mapping[]): Promise<Prompting["letters"]["heads"]> {
  forward(model.runner, model.config, { ids: mappings.map(({ prompt }) => idsOf(model, prompt.join(" "))) });
  const maps = await attentionOf(model.runner);
  model.runner.forget();
  const found: Prompting["letters"]["heads"] = [];
  for (const { layer, heads, queries, keys, pattern } of maps) {
    for (let head = 0; head < heads; head++) {
      const mean = (away: number) => {
        const sum = mappings.reduce((total, { prompt }, row) => {
          const last = ((row * heads + head) * queries + queries - 1) * keys;
          return total + attendedAfter(prompt, pattern.subarray(last, last + keys), away);
        }, 0);
        return Number((sum / mappings.length).toFixed(4));
      };
      const rightWithout = await answered(model, mappings, headsOff(path(layer), [head]));
      found.push({ layer, head, answer: mean(1), after: mean(2), rightWithout });
    }
  }
  return found;
}

async function lettersMeasured(): Promise<Prompting["letters"]> {
  const [items, among] = [1000, 26];
  const model = openText("induction");
  // No prompt is how a sequence of its training begins.
  const trained = repeated(1, 200_000).map((row) => row.join(" "));
  const random = randomNumbers(seed);
  const drawn = (pairs: number, shots: number) => Array.from({ length: items }, () => mapping(pairs, shots, random));
  const heads = await headsMeasured(model, drawn(3, 1));
  const copying = inductionHead(heads);
  if (!copying) throw new Error("The model has no head.");
  const without = headsOff(path(copying.layer), [copying.head]);
  const results: Prompting["letters"]["results"] = [];
  for (const pairs of [3, 4]) {
    for (const shots of [0, 1, 2, 3]) {
      const mappings = drawn(pairs, shots);
      const prompts = new Set(mappings.map(({ prompt }) => prompt.join(" ")));
      const length = 2 * (2 * pairs * shots + 1) - 1;
      if (shots > 0 && trained.some((row) => prompts.has(row.slice(0, length))))
        throw new Error("A prompt was trained on.");
      const [right, rightWithout] = [await answered(model, mappings), await answered(model, mappings, without)];
      console.log(pairs, "pairs,", shots, "shots:", right, "without the head:", rightWithout);
      results.push({ pairs, shots, right, rightWithout });
    }
  }
  model.runner.dispose();
  return { items, among, heads, results };
}

await startWasm();
const letters = await lettersMeasured();
const measured = { command: "npx tsx scripts/models/prompting.ts", categories: await categoriesMeasured(), letters };
writeFileSync("public/texts/prompting.json", `${JSON.stringify(promptingSchema.parse(measured), null, 1)}\n`);
