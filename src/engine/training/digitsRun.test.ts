import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import { memory, ready, setBackend } from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { inMemory } from "../../model/checkpoints/bytes";
import { inputOf } from "../../model/input";
import { type Digits, readDigits } from "../../model/training/digits";
import { firstPlan, type Plan, withTask } from "../../model/training/plan";
import { openModel } from "../loading";
import { TrainingRun } from "./run";

setWasmPaths(`${dirname(createRequire(import.meta.url).resolve("@tensorflow/tfjs-backend-wasm/package.json"))}/dist/`);

const whole = withTask(firstPlan, "digits");
const small: Plan = {
  ...whole,
  model: { ...whole.model, layers: 1, width: 16, heads: 2, feedForward: 32 },
  batch: 16,
};
let digits: Digits;

describe("a run that learns digits", () => {
  beforeAll(async () => {
    await setBackend("wasm");
    await ready();
    digits = await readDigits(new Uint8Array(readFileSync("public/data/digits.bin")));
  });

  it("tells two of three held-out digits after 220 steps, and frees everything", async () => {
    const before = memory().numTensors;
    const run = new TrainingRun({ ...whole, schedule: { ...whole.schedule, steps: 220 } }, null, digits);
    expect((await run.examine()).score.accuracy).toBeLessThan(0.3);
    while (!run.ending) await run.step(false);
    const { score, trained, predictions, pictures, patterns, embeddings } = await run.examine();
    expect(score.accuracy).toBeGreaterThan(0.66);
    expect(score.exact).toBe(score.accuracy);
    expect(trained.loss).toBeGreaterThan(0);
    expect(predictions).toEqual([]);
    expect(pictures.length).toBe(12);
    for (const { pixels, share } of pictures) {
      expect(pixels.length).toBe(784);
      expect(share).toBeGreaterThan(0.1);
      expect(share).toBeLessThanOrEqual(1);
    }
    expect(pictures.filter(({ said, wanted }) => said === wanted).length).toBeGreaterThan(5);
    // Of each head what the class token sees of 4 by 4 patches; the rest is what it keeps for itself.
    expect(patterns.map(({ heads, queries, keys }) => [heads, queries, keys])).toEqual([
      [4, 4, 4],
      [4, 4, 4],
    ]);
    const seen = patterns[0]?.pattern.slice(0, 16).reduce((sum, share) => sum + share, 0) ?? 0;
    expect(seen).toBeGreaterThan(0);
    expect(seen).toBeLessThan(1);
    expect(embeddings.vectors.length).toBe(embeddings.tokens.length * 32);
    run.dispose();
    expect(memory().numTensors).toBe(before);
  }, 60_000);

  it("goes on from a saved state as if it had never stopped, and is looked at as it was", async () => {
    const one = new TrainingRun(small, null, digits);
    for (let turn = 0; turn < 3; turn++) await one.step(true);
    const state = await one.save();
    const [then, weights] = [await one.examine(), state.numbers.slice(0, state.numbers.length / 3)];
    const other = new TrainingRun(small, state, digits);
    expect(await other.step(false)).toEqual(await one.step(false));
    expect((await one.look(3, weights)).score).toEqual(then.score);
    const { members, together } = await one.together([state.numbers, (await one.save()).numbers]);
    expect(members.length).toBe(2);
    expect(together.accuracy).toBeLessThanOrEqual(1);
    one.dispose();
    other.dispose();
  });

  it("takes a step apart into the losses of its pictures and the slope of a patch's weight", async () => {
    const run = new TrainingRun(small, null, digits);
    for (let turn = 0; turn < 3; turn++) await run.step(true);
    const found = await run.apart?.summary((target) => run.lessons.symbol(target));
    expect(found?.examples).toBe(16);
    expect(found?.places).toBe(16);
    expect((found?.sum ?? 0) / 16).toBeCloseTo(found?.loss ?? 0, 5);
    expect(found?.example.map(({ symbol }) => symbol)).toEqual([expect.stringMatching(/^\d$/)]);
    const name = "encoder.patch.weight";
    const slopes = run.apart?.weight(name).gradient ?? new Float32Array(0);
    const index = slopes.reduce((best, slope, at) => (Math.abs(slope) > Math.abs(slopes[best] ?? 0) ? at : best), 0);
    const cell = await run.apart?.cell(name, index);
    expect(cell?.update.after).toBeCloseTo(cell?.after ?? 0, 5);
    run.dispose();
  });

  it("keeps its places at zero where it has none to learn, and says what it lacks without digits", async () => {
    const run = new TrainingRun({ ...small, model: { ...small.model, positions: "none" } }, null, digits);
    await run.step(false);
    const { steps, lessons } = run;
    expect([steps, lessons.config.architecture]).toEqual([1, "imageEncoder"]);
    const { session } = openModel("trained", folderOf(await run.files(null)));
    session.dispose();
    run.dispose();
    expect(() => new TrainingRun(small, null)).toThrow("no digits");
  });

  it("opens in the explorer, with held-out digits to try, and says the same there", async () => {
    const run = new TrainingRun(small, null, digits);
    for (let turn = 0; turn < 5; turn++) await run.step(false);
    const files = await run.files(null);
    expect(files.tokenizer).toBeNull();
    const { session, info } = openModel("trained", folderOf(files));
    expect(info.config).toEqual(run.lessons.config);
    const generation = { choosing: { kind: "greedy" }, seed: 1, steps: null } as const;
    const input = inputOf(files.examples[0] ?? "");
    const answer = await session.run({ id: 1, input, changes: [], generation });
    if (answer.kind !== "result" || answer.result.outcome.kind !== "classes") return expect.unreachable();
    const { pictures } = await run.examine();
    const [best] = answer.result.outcome.classes;
    expect([best?.text, best?.probability]).toEqual([pictures[0]?.said, expect.closeTo(pictures[0]?.share ?? 0, 4)]);
    session.dispose();
    run.dispose();
  });
});

function folderOf({ config, weights }: Awaited<ReturnType<TrainingRun["files"]>>) {
  return new Map([
    ["config.json", inMemory(new TextEncoder().encode(config))],
    ["model.safetensors", inMemory(weights)],
  ]);
}
