import { createRequire } from "node:module";
import { dirname } from "node:path";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import { memory, ready, setBackend } from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { inMemory } from "../../model/checkpoints/bytes";
import { readSafetensors } from "../../model/checkpoints/safetensors";
import { steepestOf } from "../../model/training/apart";
import { optimisers } from "../../model/training/optimiser";
import { firstPlan, type Plan, problemOf, stacks } from "../../model/training/plan";
import type { Progress } from "../../model/training/progress";
import { textTasks } from "../../model/training/tasks";
import { openModel } from "../loading";
import { TrainingLoop } from "./loop";
import { TrainingRun } from "./run";

setWasmPaths(`${dirname(createRequire(import.meta.url).resolve("@tensorflow/tfjs-backend-wasm/package.json"))}/dist/`);

const small: Plan = {
  ...firstPlan,
  text: "a rose is a rose is a rose. ".repeat(20),
  model: { ...firstPlan.model, layers: 1, width: 16, heads: 2, feedForward: 32 },
  batch: 8,
};
const with_ = (task: Plan["task"], stack: Plan["model"]["stack"]): Plan => ({
  ...small,
  task,
  model: { ...small.model, stack },
});
const combinations = textTasks.flatMap((task) =>
  stacks.filter((stack) => problemOf(with_(task, stack)) === null).map((stack) => [task, stack] as const),
);

describe("a run of training", () => {
  beforeAll(async () => {
    await setBackend("wasm");
    await ready();
  });

  it.each(combinations)("teaches %s to %s: steps, examines and frees everything", async (task, stack) => {
    const before = memory().numTensors;
    const run = new TrainingRun(with_(task, stack), null);
    const { loss, tokens } = await run.step(true);
    expect(loss).toBeGreaterThan(0);
    expect(tokens).toBeGreaterThan(8);
    const { score, predictions, patterns } = await run.examine();
    expect(score.loss).toBeGreaterThan(0);
    for (const { wanted, right } of predictions) expect(wanted.length).toBeGreaterThanOrEqual(right.length);
    expect(patterns.length).toBe(stack === "encoderDecoder" ? 3 : 1);
    for (const { pattern, heads, queries, keys } of patterns) {
      expect(pattern.length).toBe(heads * queries * keys);
      expect(pattern.slice(0, keys).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 5);
    }
    expect(run.groups.map(({ name }) => name)).toContain(
      `${stack === "encoderOnly" ? "encoder" : "decoder"}.0.selfAttention`,
    );
    const { config, tokenizer, weights, examples } = await run.files(null);
    run.dispose();
    expect(memory().numTensors).toBe(before);

    const bytes = (text: string) => inMemory(new TextEncoder().encode(text));
    const folder = new Map([
      ["config.json", bytes(config)],
      ["tokenizer.json", bytes(tokenizer ?? "")],
      ["model.safetensors", inMemory(weights)],
    ]);
    const { session, info } = openModel("trained", folder);
    expect(info.config).toEqual(run.lessons.config);
    const generation = { choosing: { kind: "greedy" }, seed: 1, steps: null } as const;
    const input = { kind: "text", text: String(examples[0]), masked: [1] } as const;
    const answer = await session.run({ id: 1, input, changes: [], generation });
    expect(answer.kind).toBe("result");
    if (answer.kind === "result") {
      // All that is typed is known to the model.
      const read = answer.result.stacks[0]?.tokens ?? [];
      expect(read.length).toBeGreaterThan(1);
      expect(read.filter(({ known }) => !known)).toEqual([]);
    }
    session.dispose();
  });

  it("learns to copy, and then writes without a mistake what it never saw", async () => {
    const run = new TrainingRun(
      { ...small, task: "copy", model: { ...firstPlan.model, stack: "encoderDecoder", layers: 1 }, batch: 32 },
      null,
    );
    let exact = 0;
    while (exact < 0.95 && run.steps < 600) {
      for (let turn = 0; turn < 50; turn++) await run.step(false);
      exact = (await run.examine()).score.exact;
    }
    expect(exact).toBeGreaterThanOrEqual(0.95);
    const { predictions } = await run.examine();
    expect(predictions.filter(({ wanted, written }) => wanted === written).length).toBeGreaterThanOrEqual(4);
    run.dispose();
  });

  it("shows a moment that was kept as it was, from its weights alone", async () => {
    const before = memory().numTensors;
    const run = new TrainingRun(small, null);
    for (let turn = 0; turn < 4; turn++) await run.step(false);
    // Of 2,000 steps the fifth is the first that is kept after the beginning.
    expect(await run.moment()).toBeNull();
    expect(run.nearMoment).toBe(true);
    await run.step(true);
    const [moment, then] = [await run.moment(), await run.examine()];
    for (let turn = 0; turn < 5; turn++) await run.step(true);
    if (!moment) return expect.unreachable();
    expect(moment.step).toBe(5);
    expect(moment.groups.length).toBeGreaterThan(3);
    expect(await run.look(moment.step, moment.weights)).toEqual(then);
    expect(await run.examine()).not.toEqual(then);
    expect(then.embeddings.vectors.length).toBe(then.embeddings.tokens.length * small.model.width);
    expect((await run.files(moment.weights)).weights).not.toEqual((await run.files(null)).weights);
    run.dispose();
    expect(memory().numTensors).toBe(before);
  });

  it("scores several models together by the mean of their probabilities", async () => {
    const before = memory().numTensors;
    const runs = [1, 2, 3].map((seed) => new TrainingRun({ ...small, seed }, null));
    const states: Float32Array[] = [];
    for (const run of runs) {
      for (let turn = 0; turn < 40; turn++) await run.step(false);
      states.push((await run.save()).numbers);
    }
    const [first] = runs;
    if (!first) return expect.unreachable();
    const { members, together } = await first.together(states);
    expect(members.length).toBe(3);
    expect(new Set(members.map(({ loss }) => loss)).size).toBe(3);
    // By Jensen's inequality: −ln of a mean is at most the mean of −ln.
    expect(together.loss).toBeLessThan(members.reduce((sum, { loss }) => sum + loss, 0) / 3);
    const alone = await first.together(states.slice(1, 2));
    expect(alone.together.loss).toBeCloseTo(members[1]?.loss ?? 0, 4);
    for (const run of runs) run.dispose();
    expect(memory().numTensors).toBe(before);
  });

  it("learns nothing of places where a model has no positions", async () => {
    const plan: Plan = { ...small, model: { ...small.model, positions: "none" } };
    const run = new TrainingRun(plan, null);
    for (let turn = 0; turn < 3; turn++) await run.step(false);
    const tensors = readSafetensors((await run.files(null)).weights);
    expect(
      tensors
        .get("decoder.position")
        ?.read()
        .every((value) => value === 0),
    ).toBe(true);
    expect(
      tensors
        .get("decoder.embedding")
        ?.read()
        .every((value) => value === 0),
    ).toBe(false);
    run.dispose();
  });

  it.each(optimisers)("takes a step of %s apart into numbers that add up to what it did", async (kind) => {
    const before = memory().numTensors;
    const clip = kind === "sgd" ? null : 0.3;
    const plan: Plan = { ...small, optimiser: { ...small.optimiser, kind, clip, weightDecay: 0.1 } };
    const run = new TrainingRun({ ...plan, smoothing: 0.1, dropout: kind === "adam" ? 0.2 : 0 }, null);
    expect(run.apart).toBeNull();
    for (let turn = 0; turn < 3; turn++) await run.step(turn > 0);
    const apart = run.apart;
    const found = await apart?.summary((id) => run.lessons.symbol(id));
    if (!apart || !found) return expect.unreachable();
    expect(found.step).toBe(2);
    expect(found.sum / found.places).toBeCloseTo(found.loss, 5);
    expect(found.example.every(({ share }) => share > 0 && share < 1)).toBe(true);
    for (const { name } of found.weights.filter((_, index) => index % 5 === 0)) {
      const { gradient, before: weights } = apart.weight(name);
      // The steepest: what is flat is all rounding.
      const index = steepestOf(gradient);
      const { before: was, update, after, nudge, higher, lower } = await apart.cell(name, index);
      expect([was.slope, was.weight]).toEqual([gradient[index], weights[index]]);
      expect(update.after).toBeCloseTo(after, 5);
      expect(was.weight - update.decay - update.change).toBe(update.after);
      const measured = (higher - lower) / (2 * nudge);
      expect(Math.abs(measured - was.slope)).toBeLessThan(0.02 * Math.abs(was.slope) + 1e-3);
    }
    for (const path of found.values.filter((_, index) => index % 4 === 0)) {
      const { value, gradient, shape } = await apart.value(path);
      expect(value.length).toBe(shape.reduce((size, length) => size * length, 1));
      const index = steepestOf(gradient);
      const { slope, nudge, higher, lower } = await apart.valueCell(path, index);
      const measured = (higher - lower) / (2 * nudge);
      expect(Math.abs(measured - slope)).toBeLessThan(0.02 * Math.abs(slope) + 1e-3);
    }
    await run.step(false);
    expect(run.apart).toBeNull();
    run.dispose();
    expect(memory().numTensors).toBe(before);
  });

  it("ends with the step and the likely reason where its loss is no number", async () => {
    const wild: Plan = {
      ...small,
      optimiser: { ...small.optimiser, kind: "sgd", clip: null },
      schedule: { kind: "constant", rate: 100, warmUp: 0, steps: 200 },
      model: { ...small.model, initialScale: 10 },
    };
    const run = new TrainingRun(wild, null);
    while (!run.ending) await run.step(false);
    expect(run.ending).toEqual({ kind: "diverged", step: run.steps, reason: "noClip" });
    expect(run.steps).toBeLessThan(200);
    run.dispose();
  });

  it("does not go on from a state that is none of its plan", () => {
    const before = memory().numTensors;
    expect(() => new TrainingRun(small, { step: 3, numbers: new Float32Array(5) })).toThrow(
      /has 5 numbers; .* need \d/,
    );
    expect(memory().numTensors).toBe(before);
  });

  it("tells of itself while it plays, stops where it is told to, and goes on from there", async () => {
    const news: Progress[] = [];
    const plan = { ...small, schedule: { ...small.schedule, steps: 60 } };
    const run = new TrainingRun(plan, null);
    const loop = new TrainingLoop(run, (progress) => news.push(progress));
    await loop.look();
    expect(news[0]?.point.step).toBe(0);
    expect(news[0]?.examined?.score.loss).toBeGreaterThan(0);
    await loop.once();
    expect(news.at(-1)?.point.step).toBe(1);
    loop.play();
    while (run.steps < 10) await new Promise((resolve) => setTimeout(resolve, 5));
    await loop.pause();
    const paused = run.steps;
    expect(paused).toBeLessThan(60);
    expect(news.at(-1)?.point.step).toBe(paused);
    const state = await run.save();
    const resumed = new TrainingRun(plan, state);
    expect(resumed.steps).toBe(paused);
    expect(await resumed.step(false)).toEqual(await run.step(false));
    loop.play();
    while (!run.ending) await new Promise((resolve) => setTimeout(resolve, 5));
    await loop.pause();
    expect(news.at(-1)?.ending).toEqual({ kind: "finished" });
    expect(news.at(-1)?.point.step).toBe(60);
    expect(news.filter(({ ending }) => ending !== null).length).toBe(1);
    expect(news.flatMap(({ moment }) => moment?.step ?? [])).toContain(60);
    run.dispose();
    resumed.dispose();
  });
});
