/** The worker of the chapter on fine-tuning: a base for each goal, and one run at a time. Only wiring. */
import { expose } from "comlink";
import { z } from "zod";
import { inMemory } from "../../model/checkpoints/bytes";
import { readConfig } from "../../model/checkpoints/config";
import { type Folder, readFolder } from "../../model/checkpoints/folder";
import { readParameters } from "../../model/checkpoints/layouts";
import { crc32 } from "../../model/crc32";
import { Fault } from "../../model/fault";
import { Tokenizer } from "../../model/tokenizers/tokenizer";
import { costsOf, mergedOf, tunedConfig } from "../../model/tuning/adaptation";
import { filesOf } from "../../model/tuning/files";
import { baseOf, type Goal, goals, type TuningPlan, tuningPlanSchema } from "../../model/tuning/plan";
import type { TuningCosts } from "../../model/tuning/progress";
import { type TuningTexts, tuningTextsSchema } from "../../model/tuning/texts";
import { endLoudly, isCardLost, sound, startBackend } from "../backends";
import { fetchModel, keepModel, openStore, throttled } from "../download";
import { problemOf } from "../loading";
import { backends } from "../protocol";
import { TuningLoop } from "./loop";
import type { TunerState, TuningApi } from "./protocol";
import { type Base, Tuning } from "./tuning";

const sourceSchema = z.object({
  kind: z.literal("served"),
  name: z.string(),
  url: z.url(),
  files: z.record(z.string(), z.number().int().nonnegative()),
});

const stateSchema = z.object({
  step: z.number().int().nonnegative(),
  numbers: z.instanceof(Float32Array<ArrayBuffer>),
  origin: z.number(),
});

interface Opened {
  readonly base: Base;
  /** Of the weights and the texts. */
  readonly origin: number;
  readonly tokenizerFile: unknown;
  readonly texts: TuningTexts;
}
const opened = new Map<Goal, Opened>();
let running: { readonly run: Tuning; readonly loop: TuningLoop } | null = null;

function openedFor({ goal }: TuningPlan): Opened {
  const found = opened.get(goal);
  if (!found) throw new Error(`Nothing was opened for ${goal}.`);
  return found;
}

/** Throws a Fault where a state is of another base, or of other texts. */
function checkOrigin(plan: TuningPlan, state: TunerState): void {
  if (state.origin !== openedFor(plan).origin) throw new Fault("fault.tuning.origin", { model: baseOf[plan.goal] });
}

function at() {
  if (!running) throw new Error("Fine-tuning was asked of before it was begun.");
  return running;
}

function costs(plan: TuningPlan): TuningCosts {
  const { base, texts } = openedFor(plan);
  const available = plan.goal === "classes" ? texts.classes.train.length : texts.style.train.length;
  return costsOf(plan, tunedConfig(base.config, texts.classes.labels.length), available);
}

function readBase(folder: Folder): Pick<Opened, "base" | "tokenizerFile"> {
  const { config: json, tokenizer, tensors } = readFolder(folder);
  const config = readConfig(json);
  if (config.architecture !== "encoderOnly" && config.architecture !== "decoderOnly") {
    throw new Error(`A model of the architecture ${config.architecture} is not tuned here.`);
  }
  const base = { config, parameters: readParameters(config, tensors), tokenizer: new Tokenizer(tokenizer) };
  return { base, tokenizerFile: tokenizer };
}

const api: TuningApi = {
  async open(backend_, goal_, source_, texts_, received) {
    const [backend, goal] = [z.enum(backends).parse(backend_), z.enum(goals).parse(goal_)];
    const [source, texts] = [sourceSchema.parse(source_), tuningTextsSchema.parse(texts_)];
    try {
      if (opened.size === 0) await startBackend(backend, endLoudly);
    } catch (error) {
      return { kind: "backend", backend, message: error instanceof Error ? error.message : String(error) };
    }
    try {
      const store = await openStore();
      const files = await fetchModel(source, store, throttled(received));
      const read = readBase(new Map(Array.from(files, ([file, bytes]) => [file, inMemory(bytes)])));
      const weights = files.get("model.safetensors") ?? new Uint8Array();
      const origin = crc32(weights, new TextEncoder().encode(JSON.stringify(texts)));
      opened.set(goal, { ...read, origin, texts });
      await keepModel(source, files, store);
      return null;
    } catch (error) {
      const problem = problemOf(error);
      if (!problem) throw error;
      return problem;
    }
  },
  async begin(plan_, state_, tell) {
    const [plan, state] = [tuningPlanSchema.parse(plan_), stateSchema.nullable().parse(state_)];
    const { base, texts } = openedFor(plan);
    await running?.loop.stop();
    running?.run.dispose();
    running = null;
    try {
      if (state) checkOrigin(plan, state);
      const run = new Tuning(plan, base, texts, state);
      const loop = new TuningLoop(run, (progress) => {
        if (!isCardLost()) void tell(progress);
      });
      running = { run, loop };
    } catch (error) {
      const problem = problemOf(error, "run");
      if (!problem) throw error;
      return problem;
    }
    await sound(running.loop.look());
    return null;
  },
  costs: async (plan) => costs(tuningPlanSchema.parse(plan)),
  play: () => sound(at().loop.play()),
  pause: async () => running?.loop.pause(),
  stop: async () => running?.loop.stop(),
  once: () => sound(at().loop.once()),
  async save() {
    if (!running || running.run.ending === "diverged") return null;
    const { run } = running;
    return { ...(await sound(run.save())), origin: openedFor(run.plan).origin };
  },
  look: (text) => sound(at().run.look(z.string().max(500).parse(text))),
  vectors: () => sound(at().run.vectors()),
  lora: (weight) => sound(at().run.lora(z.string().parse(weight))),
  async files(plan_, state_) {
    const [plan, state] = [tuningPlanSchema.parse(plan_), stateSchema.parse(state_)];
    const { base, tokenizerFile, texts } = openedFor(plan);
    try {
      checkOrigin(plan, state);
      const config = tunedConfig(base.config, texts.classes.labels.length);
      return filesOf(plan, config, mergedOf(plan, config, base.parameters, state.numbers), tokenizerFile, texts);
    } catch (error) {
      const problem = problemOf(error, "run");
      if (!problem) throw error;
      return problem;
    }
  },
};

expose(api);
