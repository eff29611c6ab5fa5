/** Fine-tuning changes what it says it changes, and what it learned is the merged model's. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import "@tensorflow/tfjs-backend-cpu";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import { memory, ready, setBackend, tensor1d } from "@tensorflow/tfjs-core";
import { describe, expect, it } from "vitest";
import { everyWeight, seePass } from "../../src/engine/training/pass";
import { Trainer } from "../../src/engine/training/trainer";
import { adapted } from "../../src/engine/tuning/adapted";
import { TuningLoop } from "../../src/engine/tuning/loop";
import { type Base, Tuning } from "../../src/engine/tuning/tuning";
import { readConfig } from "../../src/model/checkpoints/config";
import { readTask } from "../../src/model/checkpoints/task";
import { type Parameters, parameterShapes } from "../../src/model/parameters";
import { Tokenizer } from "../../src/model/tokenizers/tokenizer";
import { initialParameters } from "../../src/model/training/initial";
import { pack, unpack } from "../../src/model/training/packing";
import { costsOf, factorNames, learnedOf, mergedOf, startOf, tunedConfig } from "../../src/model/tuning/adaptation";
import { readRow, TuningData } from "../../src/model/tuning/data";
import { filesOf } from "../../src/model/tuning/files";
import { adaptable, baseOf, firstTuningPlan, goals, methods, type TuningPlan } from "../../src/model/tuning/plan";
import type { TuningProgress } from "../../src/model/tuning/progress";
import { tuningTextsSchema } from "../../src/model/tuning/texts";

setWasmPaths(`${dirname(createRequire(import.meta.url).resolve("@tensorflow/tfjs-backend-wasm/package.json"))}/dist/`);

/** How far a number is moved to see what the loss does. */
const nudge = 0.01;
const folder = join(import.meta.dirname, "../../public");
const json = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), "utf8"));
const texts = tuningTextsSchema.parse(json("texts/tuning.json"));
const classes = texts.classes.labels.length;

/** The bases with their own tokenizers and vocabularies, but narrow: what is tested does not need what they know. */
const bases = Object.fromEntries(
  goals.map((goal) => {
    const read = readConfig(json(`models/${baseOf[goal]}/config.json`));
    if (read.architecture !== "encoderOnly" && read.architecture !== "decoderOnly") throw new Error(read.architecture);
    const config = { ...read, width: 16, heads: 2, feedForward: 32, layers: 2 };
    const tokenizer = new Tokenizer(json(`models/${baseOf[goal]}/tokenizer.json`));
    return [goal, { config, parameters: initialParameters(config, 3, 1), tokenizer }];
  }),
) as Readonly<Record<(typeof goals)[number], Base>>;

const small = (goal: (typeof goals)[number], method: (typeof methods)[number], more: Partial<TuningPlan> = {}) => ({
  ...firstTuningPlan(goal, method),
  ...{ examples: 20, steps: 12, batch: 8, rate: 0.02 },
  lora: { rank: 2, alpha: 4, where: [...adaptable] },
  ...more,
});

async function onWasm(): Promise<number> {
  await setBackend("wasm");
  await ready();
  return memory().numTensors;
}

describe.each(goals)("for %s", (goal) => {
  const base = bases[goal];
  const config = tunedConfig(base.config, classes);

  describe.each(methods)("%s", (method) => {
    const plan = small(goal, method);

    it("learns its examples, changes only what it says, and leaves no tensor behind", async () => {
      const before = await onWasm();
      const tuning = new Tuning(plan, base, texts);
      const start = startOf(plan, config, base.parameters);
      const learned = learnedOf(plan, config, start);
      const losses: number[] = [];
      while (!tuning.ending) losses.push(await tuning.step());
      expect(tuning.ending).toBe("finished");
      expect(Math.min(...losses.slice(-3))).toBeLessThan(losses[0] ?? 0);
      const after = await tuning.merged();
      for (const [name, { data }] of after) {
        const moves = learned.has(name) || learned.has(factorNames(name).a);
        const first = start.get(name)?.data ?? new Float32Array();
        expect([name, data.some((value, index) => value !== first[index])]).toEqual([name, moves]);
      }
      let count = 0;
      for (const { data } of learned.values()) count += data.length;
      const costs = costsOf(plan, config, 1000);
      expect(costs.trainable).toBe(count);
      expect(costs.adapted.length > 0).toBe(method === "lora");
      tuning.dispose();
      expect(memory().numTensors).toBe(before);
    });

    it("is the merged model, to rounding", async () => {
      await onWasm();
      const tuning = new Tuning(plan, base, texts);
      while (tuning.steps < 4) await tuning.step();
      const look = await tuning.look("a small animal");
      const whole = everyWeight(config);
      const packed = tensor1d(pack(whole.packing, await tuning.merged()));
      const name = `${goal === "classes" ? "encoder" : "decoder"}.1.selfAttention.pattern`;
      const batch = readRow(plan, base.tokenizer, "a small animal");
      const seen = await seePass(config, whole, packed, batch, [name]);
      packed.dispose();
      const found = look.after.at(-1)?.pattern ?? new Float32Array();
      const wanted = seen[name]?.data ?? new Float32Array();
      expect(found.length).toBe(wanted.length);
      expect(found.length).toBeGreaterThan(0);
      const worst = found.reduce((most, value, index) => Math.max(most, Math.abs(value - (wanted[index] ?? 0))), 0);
      expect(worst).toBeLessThan(1e-5);
      tuning.dispose();
    });
  });

  it("begins with LoRA exactly where the base is, and its old task with it", async () => {
    await onWasm();
    const [plain, beside] = (["full", "lora"] as const).map((method) => new Tuning(small(goal, method), base, texts));
    const [one, other] = [await plain?.score(), await beside?.score()];
    expect(other).toEqual(one);
    plain?.dispose();
    beside?.dispose();
  });

  it("takes the same way for the same seed, and another for another", async () => {
    await onWasm();
    const way = async (seed: number) => {
      const tuning = new Tuning(small(goal, "lora", { seed }), base, texts);
      const losses: number[] = [];
      while (tuning.steps < 3) losses.push(await tuning.step());
      tuning.dispose();
      return losses;
    };
    expect(await way(5)).toEqual(await way(5));
    expect(await way(6)).not.toEqual(await way(5));
  });

  it.each(methods)("goes on with %s from where it was saved as if it had never stopped", async (method) => {
    const before = await onWasm();
    const plan = small(goal, method);
    const steps = 3;
    const whole = new Tuning(plan, base, texts);
    const first = new Tuning(plan, base, texts);
    for (let turn = 0; turn < steps; turn++) {
      await whole.step();
      await first.step();
    }
    // As the browser's storage gives it back.
    const second = new Tuning(plan, base, texts, structuredClone(await first.save()));
    first.dispose();
    expect(second.steps).toBe(steps);
    for (let turn = 0; turn < steps; turn++) expect(await second.step()).toBe(await whole.step());
    expect(await second.save()).toEqual(await whole.save());
    expect(await second.score()).toEqual(await whole.score());
    const { numbers } = await second.save();
    expect(mergedOf(plan, config, base.parameters, numbers)).toEqual(await whole.merged());
    whole.dispose();
    second.dispose();
    expect(memory().numTensors).toBe(before);
  });

  it("does not go on from a state that is none of its plan, and is over where its steps are done", async () => {
    const before = await onWasm();
    const plan = small(goal, "lora");
    const state = { step: plan.steps, numbers: new Float32Array(5) };
    expect(() => new Tuning(plan, base, texts, state)).toThrow(/has 5 numbers/);
    expect(() => mergedOf(plan, config, base.parameters, state.numbers)).toThrow(/has 5 numbers/);
    expect(memory().numTensors).toBe(before);
    const first = new Tuning(plan, base, texts);
    const { numbers } = await first.save();
    first.dispose();
    const over = new Tuning(plan, base, texts, { step: plan.steps, numbers });
    expect(over.ending).toBe("finished");
    over.dispose();
  });

  it("is opened as a model of its task", async () => {
    const plan = small(goal, "full");
    const files = filesOf(plan, config, startOf(plan, config, base.parameters), { version: "1.0" }, texts);
    const read = JSON.parse(files.config);
    expect(readConfig(read)).toEqual(config);
    const task = readTask(read, config, (token) => base.tokenizer.id(token));
    expect(task.kind).toBe(goal === "classes" ? "textClass" : "nextToken");
    if (task.kind === "textClass") expect(task.labels).toEqual(texts.classes.labels);
    expect(files.parameters).toBe(
      [...parameterShapes(config).values()].reduce((sum, shape) => sum + shape.reduce((a, b) => a * b, 1), 0),
    );
  });
});

describe("the loop", () => {
  const heardOf = () => {
    const told: TuningProgress[] = [];
    const tuning = new Tuning(small("classes", "head"), bases.classes, texts);
    return { told, tuning, loop: new TuningLoop(tuning, (progress) => told.push(progress)) };
  };

  it("takes a single step and tells of it, and none behind the last", async () => {
    await onWasm();
    const { told, tuning, loop } = heardOf();
    await loop.look();
    await loop.once();
    expect(told.map(({ step, score }) => [step, score !== null])).toEqual([
      [0, true],
      [1, true],
    ]);
    await loop.play();
    expect(told.at(-1)).toMatchObject({ step: 12, over: "finished" });
    const news = told.length;
    await loop.once();
    expect([tuning.steps, told.length]).toEqual([12, news]);
    tuning.dispose();
  });

  it("gives a score up that nobody waits for any more, and can be looked at later", async () => {
    await onWasm();
    const { told, tuning, loop } = heardOf();
    const looking = loop.look();
    await loop.stop();
    await looking;
    expect(told.map(({ step, score }) => [step, score])).toEqual([[0, null]]);
    await loop.once();
    expect([told.at(-1)?.step, told.at(-1)?.score === null]).toEqual([1, false]);
    tuning.dispose();
  });
});

describe("the slopes of LoRA's factors", () => {
  it("are what finite differences say", async () => {
    await onWasm();
    const plan = small("classes", "lora", { lora: { rank: 2, alpha: 4, where: ["query", "up"] } });
    const { config: narrow, parameters, tokenizer } = bases.classes;
    const config = tunedConfig(narrow, classes);
    const start = startOf(plan, config, parameters);
    // With B = 0, as it begins, no loss depends on A.
    const learned = new Map(
      Array.from(learnedOf(plan, config, start), ([name, { shape, data }]) => {
        return [name, { shape, data: name.endsWith(".lora.b") ? data.map((_, index) => Math.sin(index)) : data }];
      }),
    );
    const batch = new TuningData(plan, texts, tokenizer).batch(0);
    const optimiser = { kind: "sgd", beta1: 0, beta2: 0, epsilon: 1e-8, weightDecay: 0, clip: null } as const;
    const schedule = { kind: "constant", rate: 1, warmUp: 0, steps: 1 } as const;
    const settings = { optimiser, schedule, dropout: 0, smoothing: 0, seed: 1 };
    const stepOf = async (from: Parameters) => {
      const model = adapted(plan, start, from);
      const trainer = new Trainer(config, settings, from, model);
      let slopes: Parameters = new Map();
      const loss = await trainer.step(batch, ({ gradient }) => {
        slopes = unpack(model.packing, gradient);
      });
      trainer.dispose();
      model.dispose();
      return { loss, slopes };
    };
    const { slopes } = await stepOf(learned);
    for (const [name, at] of [
      ["encoder.0.selfAttention.query.weight.lora.a", 5],
      ["encoder.1.feedForward.up.weight.lora.a", 3],
      ["encoder.1.feedForward.up.weight.lora.b", 7],
    ] as const) {
      const lossAt = async (by: number) => {
        const { shape, data } = learned.get(name) ?? { shape: [], data: new Float32Array() };
        const moved = data.slice();
        moved[at] = (moved[at] ?? 0) + by;
        return (await stepOf(new Map(learned).set(name, { shape, data: moved }))).loss;
      };
      const measured = ((await lossAt(nudge)) - (await lossAt(-nudge))) / (2 * nudge);
      const slope = slopes.get(name)?.data[at] ?? Number.NaN;
      expect(Math.abs(slope)).toBeGreaterThan(1e-4);
      expect(Math.abs(slope - measured)).toBeLessThan(1e-4 + 0.02 * Math.abs(measured));
    }
  });
});

describe("the examples", () => {
  const tokenizer = bases.classes.tokenizer;

  it("are as many of each class as can be, others for another seed, and none that is held out", () => {
    const of = (seed: number, examples: number) => {
      const data = new TuningData(small("classes", "full", { seed, examples, batch: 64 }), texts, tokenizer);
      return data.batch(0);
    };
    const labels = of(1, 10).targets.map(([label]) => label);
    for (let label = 0; label < classes; label++)
      expect(labels.filter((one) => one === label).length).toBe(10 / classes);
    expect(of(1, 10)).toEqual(of(1, 10));
    expect(of(2, 10).ids).not.toEqual(of(1, 10).ids);
    const held = new Set(texts.classes.heldOut.map(({ text }) => text));
    expect(texts.classes.train.some(({ text }) => held.has(text))).toBe(false);
    const heldUses = new Set(texts.style.heldOut);
    expect(texts.style.train.some((text) => heldUses.has(text))).toBe(false);
  });

  it("hide padding from an encoder, and count no place of it", () => {
    const { ids, keep, counted } = new TuningData(small("classes", "full"), texts, tokenizer).old;
    expect(keep?.every((row, at) => row.every((one, place) => one === 1 || ids[at]?.[place] === 0))).toBe(true);
    expect(counted.every((row, at) => row.every((one, place) => one === 0 || keep?.[at]?.[place] === 1))).toBe(true);
  });
});
