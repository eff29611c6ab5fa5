/**
 * npx tsx scripts/models/growth.ts NAME FILM: writes public/models/NAME/growth.json, what the model said at the steps of
 * the folder FILM (scripts/pretrain/film.py), with the app's own engine. NAME is `dictionary` or `fill-mask`.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { attentionOf } from "../../src/engine/attention";
import { forward } from "../../src/engine/forward";
import { likeliest, surprise } from "../../src/model/distribution";
import { type Growth, growthSchema } from "../../src/model/pretraining/growth";
import { longest } from "../data/dictionary";
import { longestDefinition, maskedPlaces } from "../data/fillMask";
import { entries, type Synset, synsets } from "../data/wordnet";
import { equalLengths } from "./equalLengths";
import { modelsFolder } from "./files";
import { idOf, idsOf, nats, sample } from "./forced";
import { type OpenModel, open } from "./open";
import { startWasm } from "./wasm";

/** Held-out items; candidates told at each place; the largest file that is shipped. */
const [items, shown, mostBytes] = [300, 3, 1_000_000] as const;

type Moment = Growth["checkpoints"][number];
type Place = Moment["sentences"][number]["places"][number];

/** How one kind of model is asked. */
interface Film {
  readonly sentences: readonly string[];
  /** What is read for a sentence, and which places of it are predicted. */
  readonly rowOf: (
    model: OpenModel,
    text: string,
  ) => { readonly ids: readonly number[]; readonly from: number; readonly to: number };
  /** The logits for the token in each place, from `from` to `to`. */
  readonly logitsOf: (
    model: OpenModel,
    ids: readonly number[],
    from: number,
    to: number,
  ) => Promise<readonly Float32Array[]>;
  /** Mean over the tokens that count, in nats. */
  readonly lossOf: (model: OpenModel) => Promise<number>;
}

let all: readonly Synset[] | null = null;

/** What is never trained on, read once. */
function held(): readonly Synset[] {
  all ??= synsets().filter(({ side }) => side === "test");
  return all;
}

/** Logits [T, V] of one row. */
async function rowsOf({ runner, config }: OpenModel, ids: readonly number[]): Promise<readonly Float32Array[]> {
  forward(runner, config, { ids: [ids] });
  const { data } = (await runner.read("logits")) ?? { data: new Float32Array() };
  return ids.map((_, place) => data.slice(place * config.vocabulary, (place + 1) * config.vocabulary));
}

const films: Readonly<Record<string, Film>> = {
  dictionary: {
    // None of them is an entry of WordNet.
    sentences: [
      "moonlight lamp (noun): a lamp that gives a soft white light",
      "to unwhisper (verb): take back what was said in a low voice",
      "rainproof (adjective): not letting water through",
    ],
    rowOf: (model, text) => {
      const ids = [idOf(model, "<end>"), ...idsOf(model, text)];
      return { ids, from: 1, to: ids.length };
    },
    // Each token is told by the place before it.
    logitsOf: async (model, ids, from, to) => (await rowsOf(model, ids)).slice(from - 1, to - 1),
    lossOf: async (model) => {
      const end = idOf(model, "<end>");
      const test = entries(held())
        .map(({ text }) => idsOf(model, text))
        .filter((ids) => ids.length < longest);
      const rows = sample(test, items).map((ids) => [end, ...ids, end]);
      return (await nats(model, rows, 1)) / rows.reduce((sum, row) => sum + row.length - 1, 0);
    },
  },
  "fill-mask": {
    sentences: [
      "a young animal that lives in the water",
      "a person who plays music on the streets of a city",
      "move quickly by using the legs",
    ],
    rowOf: (model, text) => {
      const ids = idsOf(model, text);
      return { ids, from: 1, to: ids.length - 1 };
    },
    // Each token in turn is hidden, the others are read.
    logitsOf: async (model, ids, from, to) => {
      const found: Float32Array[] = [];
      for (let place = from; place < to; place++) {
        const hidden = ids.map((id, at) => (at === place ? idOf(model, "[MASK]") : id));
        found.push((await rowsOf(model, hidden))[place] ?? new Float32Array());
      }
      return found;
    },
    lossOf: async (model) => {
      const test = held()
        .map(({ definition }) => ({ text: definition, ids: idsOf(model, definition).slice(1, -1) }))
        .filter(({ ids }) => ids.length <= longestDefinition);
      const some = sample(test, items);
      const [first, last, mask] = [idOf(model, "[CLS]"), idOf(model, "[SEP]"), idOf(model, "[MASK]")];
      let [sum, total] = [0, 0];
      for (const part of equalLengths(
        some.map(({ ids }) => ids),
        32,
      )) {
        const rows = part.flatMap((index) => some[index] ?? []);
        const ids = rows.map((row) => {
          const places = maskedPlaces(row.text, row.ids.length);
          return [first, ...row.ids.map((id, place) => (places.includes(place) ? mask : id)), last];
        });
        forward(model.runner, model.config, { ids });
        const { data } = (await model.runner.read("logits")) ?? { data: new Float32Array() };
        const [length, size] = [ids[0]?.length ?? 0, model.config.vocabulary];
        for (const [index, row] of rows.entries()) {
          for (const place of maskedPlaces(row.text, row.ids.length)) {
            const at = (index * length + 1 + place) * size;
            sum += surprise(data.subarray(at, at + size), row.ids[place] ?? Number.NaN);
            total += 1;
          }
        }
        model.runner.forget();
      }
      return sum / total;
    },
  },
};

const inThree = (value: number) => Number(value.toFixed(3));

function placeOf({ tokenizer }: OpenModel, logits: Float32Array, right: number): Place {
  const chance = (id: number) => inThree(Math.exp(-surprise(logits, id)));
  const best = likeliest(logits, shown);
  return { candidates: best.map((id) => [tokenizer.tokenText(id), chance(id)]), right: chance(right) };
}

async function momentOf(model: OpenModel, film: Film, step: number): Promise<Moment> {
  const sentences: Moment["sentences"] = [];
  for (const text of film.sentences) {
    const { ids, from, to } = film.rowOf(model, text);
    const logits = await film.logitsOf(model, ids, from, to);
    const places = logits.map((row, index) => placeOf(model, row, ids[from + index] ?? Number.NaN));
    await rowsOf(model, ids);
    const maps = await attentionOf(model.runner);
    sentences.push({
      places,
      patterns: maps.map(({ pattern }) => Array.from(pattern, (share) => Math.round(1000 * share))),
    });
    model.runner.forget();
  }
  return { step, loss: Number((await film.lossOf(model)).toFixed(4)), sentences };
}

const [name = "", folder = ""] = process.argv.slice(2);
const film = films[name];
if (!film || folder === "")
  throw new Error(`Say of which (${Object.keys(films).join(", ")}) and where its weights are.`);
await startWasm();
const steps = readdirSync(folder)
  .flatMap((file) => /^(\d+)\.safetensors$/.exec(file)?.[1] ?? [])
  .map(Number)
  .sort((a, b) => a - b);
const checkpoints: Moment[] = [];
let facts: Pick<Growth, "sentences" | "heads"> | null = null;
for (const step of steps) {
  const model = open(name, readFileSync(join(folder, `${step}.safetensors`)));
  if (!("tokenizer" in model)) throw new Error(`${name} reads no text.`);
  const sentences = film.sentences.map((text) => {
    const { ids, from, to } = film.rowOf(model, text);
    const read = ids.map((id) => model.tokenizer.tokenText(id));
    return { tokens: read.slice(from, to), read };
  });
  facts = { sentences, heads: model.config.heads };
  const moment = await momentOf(model, film, step);
  console.log(step, moment.loss);
  checkpoints.push(moment);
  model.runner.dispose();
}
const text = JSON.stringify(growthSchema.parse({ items, ...facts, checkpoints }));
if (text.length > mostBytes) throw new Error(`growth.json has ${text.length} bytes; ${mostBytes} are the most.`);
writeFileSync(join(modelsFolder, name, "growth.json"), `${text}\n`);
console.log(`${text.length} bytes`);
