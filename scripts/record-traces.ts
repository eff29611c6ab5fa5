/**
 * `npx tsx scripts/record-traces.ts`: runs the app's engine on one sentence and writes what the gallery of figures draws
 * (tests/gallery). Every number there is one that the shipped model computed.
 */
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import { ready, setBackend } from "@tensorflow/tfjs-core";
import { openModel } from "../src/engine/loading";
import type { TraceStep } from "../src/engine/protocol";
import { readModel } from "./models/files";
import { type EncodedArray, encodeArray } from "./traces/encode";

const text = "my mother does not eat the red apple in the kitchen";
const language = "fr";

setWasmPaths(`${dirname(createRequire(import.meta.url).resolve("@tensorflow/tfjs-backend-wasm/package.json"))}/dist/`);
await setBackend("wasm");
await ready();

const { session } = openModel("translate", readModel("translate"));
const answer = await session.run({ id: 1, text, language, off: [] });
if (answer.kind !== "result") throw new Error(`The model did not answer: ${JSON.stringify(answer)}`);
const { source, positions } = answer.result;

/** What the figures show of a trace. */
const drawn = (step: TraceStep) =>
  ["queryHeads", "keyHeads", "scores", "maskedScores", "pattern", "ffnHidden", "positionEncoding"].includes(
    step.value,
  ) || /^resid|^output$/.test(step.value);

const values: Record<string, EncodedArray> = {};
const wanted = session.trace().filter(drawn);
for (const [name, { shape, data }] of Object.entries(await session.values(wanted.map((step) => step.name)))) {
  values[name] = encodeArray(shape, data);
}
const trace = {
  text,
  language,
  source: source.map((token) => token.text),
  target: positions.map(({ given }) => given.text),
  positions: positions.map(({ candidates }) => candidates),
  steps: session
    .trace()
    .map(({ name, stack, layer, part, value, kind, shape }) => ({ name, stack, layer, part, value, kind, shape })),
  values,
};
session.dispose();
const json = JSON.stringify(trace);
writeFileSync(new URL("../tests/gallery/traces/translate.json", import.meta.url), json);
console.log(`${(json.length / 1024).toFixed(0)} KiB`);
