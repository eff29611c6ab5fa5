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
const answer = await session.run({
  id: 1,
  input: { kind: "text", text, language },
  changes: [],
  generation: { choosing: { kind: "greedy" }, seed: 1, steps: null },
});
if (answer.kind !== "result" || answer.result.outcome.kind !== "sequence") {
  throw new Error(`The model did not answer: ${JSON.stringify(answer)}`);
}
const { stacks, outcome } = answer.result;

/** What the figures show of a trace. */
const drawn = (step: TraceStep) =>
  ["queryHeads", "keyHeads", "scores", "maskedScores", "pattern", "ffnHidden", "positionEncoding"].includes(
    step.value,
  ) || /^resid|^output$/.test(step.value);

const values: Record<string, EncodedArray> = {};
const steps = (await session.trace(1)) ?? [];
const wanted = steps.filter(drawn);
for (const [name, { shape, data }] of Object.entries(
  (await session.values(
    1,
    wanted.map((step) => step.name),
  )) ?? {},
)) {
  values[name] = encodeArray(shape, data);
}
const trace = {
  text,
  language,
  source: stacks[0]?.tokens.map((token) => token.text),
  target: outcome.positions.map(({ given }) => given.text),
  positions: outcome.positions.map(({ candidates }) =>
    candidates.map(({ id, text, probability }) => ({ id, text, probability })),
  ),
  steps: steps.map(({ name, stack, layer, part, value, kind, shape }) => ({
    name,
    stack,
    layer,
    part,
    value,
    kind,
    shape,
  })),
  values,
};
session.dispose();
const json = JSON.stringify(trace);
writeFileSync(new URL("../tests/gallery/traces/translate.json", import.meta.url), json);
console.log(`${(json.length / 1024).toFixed(0)} KiB`);
