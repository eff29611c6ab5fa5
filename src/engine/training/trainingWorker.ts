/** The worker of the training page: one run for life, on a backend of its own beside the explorer's. Only wiring. */
import { expose } from "comlink";
import { z } from "zod";
import { readDigits } from "../../model/training/digits";
import { planSchema } from "../../model/training/plan";
import { endLoudly, isCardLost, sound, startBackend } from "../backends";
import { problemOf } from "../loading";
import { backends } from "../protocol";
import { TrainingLoop } from "./loop";
import type { TrainingApi } from "./protocol";
import { TrainingRun } from "./run";

const stateSchema = z
  .object({ step: z.number().int().nonnegative(), numbers: z.instanceof(Float32Array<ArrayBuffer>) })
  .nullable();
const fileSchema = z.instanceof(Uint8Array<ArrayBuffer>).nullable();

let opened: { readonly run: TrainingRun; readonly loop: TrainingLoop } | null = null;

function at(): { readonly run: TrainingRun; readonly loop: TrainingLoop } {
  if (!opened) throw new Error("Training was asked of before it was started.");
  return opened;
}

const api: TrainingApi = {
  async start(backend_, plan_, state_, digits_, tell) {
    const [backend, plan, state, file] = [
      z.enum(backends).parse(backend_),
      planSchema.parse(plan_),
      stateSchema.parse(state_),
      fileSchema.parse(digits_),
    ];
    try {
      await startBackend(backend, endLoudly);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return { kind: "backend", backend, message };
    }
    try {
      const run = new TrainingRun(plan, state, file && (await readDigits(file)));
      const loop = new TrainingLoop(run, (progress) => {
        if (!isCardLost()) void tell(progress);
      });
      opened = { run, loop };
      await loop.look();
      return null;
    } catch (error) {
      const problem = problemOf(error, "run");
      if (!problem) throw error;
      return problem;
    }
  },
  async play() {
    at().loop.play();
  },
  pause: async () => at().loop.pause(),
  once: async () => at().loop.once(),
  save: async () => sound(at().run.save()),
  look: async (step, weights) => at().run.look(step, weights),
  together: async (members) => at().run.together(members),
  apart: async () => {
    const { run } = at();
    return run.apart?.summary((target) => run.lessons.symbol(target)) ?? null;
  },
  apartWeight: async (name) => at().run.apart?.weight(name) ?? null,
  apartValue: async (path) => at().run.apart?.value(path) ?? null,
  apartValueCell: async (path, index) => at().run.apart?.valueCell(path, index) ?? null,
  apartCell: async (name, index) => at().run.apart?.cell(name, index) ?? null,
  files: async (weights) => at().run.files(weights),
};

expose(api);
