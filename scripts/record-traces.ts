/**
 * `npx tsx scripts/record-traces.ts`: runs the app's engine on one sentence and writes what the gallery of figures draws
 * (tests/gallery). Every number there is one that the shipped model computed.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import { ready, setBackend } from "@tensorflow/tfjs-core";
import { z } from "zod";
import { openModel } from "../src/engine/loading";
import type { Generation, Outcome, RunResult, TraceStep } from "../src/engine/protocol";
import type { Change } from "../src/model/changes";
import { readConfig } from "../src/model/checkpoints/config";
import { readFolder } from "../src/model/checkpoints/folder";
import { readParameters } from "../src/model/checkpoints/layouts";
import type { HeadId } from "../src/model/names";
import { readModel } from "./models/files";
import { type EncodedArray, encodeArray } from "./traces/encode";
import { lens } from "./traces/lens";

const text = "my mother does not eat the red apple in the kitchen";
const language = "fr";

const { resolve } = createRequire(import.meta.url);
setWasmPaths(`${dirname(resolve("@tensorflow/tfjs-backend-wasm/package.json"))}/dist/`);
await setBackend("wasm");
await ready();

const files = readModel("translate");
const { session } = openModel("translate", files);
const vocabulary = session.vocabulary();
let asked = 0;
type Written = Extract<Outcome, { readonly kind: "sequence" }>;

/** A run of the sentence; its number is that of the last request. */
async function run(changes: readonly Change[], choosing: Generation["choosing"] = { kind: "greedy" }) {
  const input = { kind: "text", text, language } as const;
  asked += 1;
  const answer = await session.run({ id: asked, input, changes, generation: { choosing, seed: 1, steps: null } });
  if (answer.kind !== "result" || answer.result.outcome.kind !== "sequence") {
    throw new Error(`The model did not answer: ${JSON.stringify(answer)}`);
  }
  return answer.result as RunResult & { readonly outcome: Written };
}
const withoutHeads = (heads: readonly HeadId[]) => run(heads.map((at) => ({ kind: "head", at, to: "zero" })));
const listed = ({ positions }: Written) =>
  positions.map(({ candidates }) =>
    candidates.map(({ id, text: token, probability }) => ({ id, text: token, probability })),
  );

const baseline = await run([]);
const steps = (await session.trace(asked)) ?? [];

/** What the figures show of a trace. */
const drawn = ({ value }: TraceStep) =>
  ["queryHeads", "keyHeads", "scores", "maskedScores", "pattern", "ffnHidden", "positionEncoding"].includes(value) ||
  /^resid(?!ual)|^output$/.test(value);
const wanted = steps.filter(drawn).map(({ name }) => name);
const read = (await session.values(asked, wanted)) ?? {};
const values: Record<string, EncodedArray> = {};
for (const [name, { shape, data }] of Object.entries(read)) values[name] = encodeArray(shape, data);

const checkpoint = readFolder(files);
const config = readConfig(checkpoint.config);
if (config.architecture !== "encoderDecoder") throw new Error("The translate model is an encoder–decoder.");
const parameters = readParameters(config, checkpoint.tensors);
const lensRows = steps
  .filter(({ stack, value }) => stack === "decoder" && /^resid(?!ual)/.test(value))
  .map(({ name }) => ({
    name,
    cells: lens(config, parameters, read[name]?.data ?? new Float32Array(), 5).map((cell) =>
      cell.map(({ id, probability }) => ({ text: vocabulary[id] ?? "", probability })),
    ),
  }));

const heads = baseline.attention.flatMap(({ stack, layer, part, heads: count }) =>
  Array.from({ length: count }, (_, head): HeadId => ({ stack, layer, part, head })),
);
const effects: number[] = [];
for (const head of heads) effects.push((await withoutHeads([head])).effect?.mean ?? 0);
/** The three heads without which the output moves most, all off at once. */
const strongest = heads
  .toSorted((a, b) => (effects[heads.indexOf(b)] ?? 0) - (effects[heads.indexOf(a)] ?? 0))
  .slice(0, 3);
const changed = await withoutHeads(strongest);
const { beam } = (await run([], { kind: "beam", width: 3 })).outcome;
if (!beam) throw new Error("The search left no beams.");

/** A handwritten five of MNIST: 784 bytes. */
const digits = z
  .object({ data: z.array(z.number()) })
  .parse(JSON.parse(readFileSync(resolve("mnist/src/digits/5.json"), "utf8")));

const trace = {
  text,
  source: baseline.stacks[0]?.tokens.map((token) => token.text) ?? [],
  target: baseline.outcome.positions.map(({ given }) => given.text),
  steps: steps.map(({ name, stack, layer, part, value }) => ({ name, stack, layer, part, value })),
  values,
  lens: lensRows,
  heads,
  effects,
  divergence: changed.effect?.rows[0]?.divergence ?? 0,
  baseline: listed(baseline.outcome),
  changed: listed(changed.outcome),
  beams: beam.tree.nodes
    .filter(({ depth }) => depth <= 5)
    .map(({ index, parent, token, own, total, fate }) => ({
      index,
      parent,
      text: beam.tokens[token] ?? "",
      own,
      total,
      fate,
    })),
  digit: digits.data.slice(3 * 784, 4 * 784).map((share) => Math.round(share * 255)),
};
session.dispose();
const rounded = new Set(["probability", "own", "total", "divergence"]);
const json = JSON.stringify(trace, (key, value) => (rounded.has(key) ? Number(value.toPrecision(7)) : value));
writeFileSync(new URL("../tests/gallery/traces/translate.json", import.meta.url), json);
console.log(`${(json.length / 1024).toFixed(0)} KiB`);
