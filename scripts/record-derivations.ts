/**
 * `npx tsx scripts/record-derivations.ts`: runs the shipped model on one sentence and writes where some of its numbers come
 * from, one of each kind, for the gallery of figures (tests/gallery). Every number there is one that the model computed.
 */
import { writeFileSync } from "node:fs";
import "@tensorflow/tfjs-backend-cpu";
import { ready, setBackend } from "@tensorflow/tfjs-core";
import { openModel } from "../src/engine/loading";
import { readModel } from "./models/files";

const cells: readonly (readonly [string, readonly number[]])[] = [
  ["decoder.1.crossAttention.scores", [0, 2, 3, 1]],
  ["decoder.0.selfAttention.pattern", [0, 1, 3, 2]],
  ["decoder.1.crossAttention.headOutput", [0, 2, 3, 5]],
  ["decoder.1.crossAttention.scaledScores", [0, 2, 3, 1]],
  ["decoder.0.selfAttention.maskedScores", [0, 1, 1, 3]],
  ["decoder.0.feedForward.residualSum", [0, 3, 7]],
  ["decoder.0.feedForward.ffnPre", [0, 3, 20]],
  ["decoder.0.feedForward.ffnHidden", [0, 3, 20]],
  ["decoder.0.residPost", [0, 3, 7]],
  ["decoder.tokenEmbedding", [0, 3, 7]],
  ["decoder.positionEncoding", [3, 7]],
  ["decoder.1.crossAttention.queryHeads", [0, 2, 3, 5]],
];

await setBackend("cpu");
await ready();
const { session } = openModel("translate", readModel("translate"));
const answer = await session.run({
  id: 1,
  input: { kind: "text", text: "the red car is fast", language: "fr" },
  changes: [],
  generation: { choosing: { kind: "greedy" }, seed: 1, steps: null },
});
if (answer.kind !== "result") throw new Error(`The model did not answer: ${JSON.stringify(answer)}`);
const explained = await session.explain(1);
const recorded = [];
for (const [name, index] of cells) {
  recorded.push({ cell: await session.derive(1, name, index), explanation: explained?.[name] });
}
const [source, target] = answer.result.stacks.map(({ tokens }) => tokens.map(({ text }) => text));
const path = "tests/gallery/traces/derivations.json";
writeFileSync(path, `${JSON.stringify({ source, target, recorded })}\n`);
console.log(`${recorded.length} derivations in ${path}`);
