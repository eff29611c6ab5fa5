/** All that decides a run of training: equal plans give equal curves. Plain data, checked where it comes from storage. */
import { z } from "zod";
import {
  type Architecture,
  type ImageEncoderConfig,
  type ModelConfig,
  outputSize,
  patchCounts,
  type TextConfig,
} from "../config";
import { parameterShapes } from "../parameters";
import { digitSize } from "./digits";
import { type OptimiserKind, optimisers, slots } from "./optimiser";
import { schedules } from "./schedule";
import { type TaskName, type TrainingTask, taskNames, taskOf } from "./tasks";
import { specials } from "./vocabulary";

export const stacks = ["encoderDecoder", "decoderOnly", "encoderOnly"] as const;
export const activations = ["relu", "geluTanh", "silu"] as const;

/** "none" keeps the table of places at zero, so that the model reads a row without its order. */
export const positions = ["learned", "sinusoidal", "none"] as const;

const whole = (least: number, most: number) => z.number().int().min(least).max(most);
export const planSchema = z.object({
  task: z.enum(taskNames),
  /** What the task "text" learns from; stays in the browser. */
  text: z.string().max(2_000_000),
  model: z.object({
    /** Of a text; a picture is read by an encoder over its patches. */
    stack: z.enum(stacks),
    /** Of each stack. */
    layers: whole(1, 8),
    heads: whole(1, 16),
    width: whole(8, 512),
    feedForward: whole(0, 2048),
    /** Pixels along each side of a patch; runs that were saved before there were pictures have none. */
    patchSize: whole(2, digitSize).default(7),
    positions: z.enum(positions),
    norm: z.enum(["pre", "post"]),
    activation: z.enum(activations),
    tiedOutput: z.boolean(),
    initialScale: z.number().positive().max(10),
  }),
  optimiser: z.object({
    kind: z.enum(optimisers),
    beta1: z.number().min(0).max(0.999),
    beta2: z.number().min(0).max(0.9999),
    weightDecay: z.number().min(0).max(1),
    clip: z.number().positive().nullable(),
  }),
  schedule: z.object({
    kind: z.enum(schedules),
    rate: z.number().positive().max(100),
    warmUp: whole(0, 100_000),
    steps: whole(1, 100_000),
  }),
  dropout: z.number().min(0).max(0.9),
  smoothing: z.number().min(0).max(0.5),
  batch: whole(1, 256),
  seed: whole(0, 1_000_000),
});
export type Plan = z.infer<typeof planSchema>;

/** What a learner starts from: sorting seven digits with a small decoder. */
export const firstPlan: Plan = {
  task: "sort",
  text: "",
  model: {
    stack: "decoderOnly",
    layers: 2,
    heads: 4,
    width: 32,
    feedForward: 128,
    patchSize: 7,
    positions: "learned",
    norm: "pre",
    activation: "relu",
    tiedOutput: true,
    initialScale: 1,
  },
  optimiser: { kind: "adamW", beta1: 0.9, beta2: 0.98, weightDecay: 0.01, clip: 1 },
  schedule: { kind: "cosine", rate: 0.005, warmUp: 50, steps: 2000 },
  dropout: 0,
  smoothing: 0,
  batch: 32,
  seed: 1,
};

/** The same for reading digits. */
const firstDigits: Plan = {
  ...firstPlan,
  task: "digits",
  schedule: { kind: "cosine", rate: 0.005, warmUp: 50, steps: 1500 },
};

/** The plan with another task: pictures and texts are learned by models so unlike that each begins with its own. */
export function withTask(plan: Plan, task: TaskName): Plan {
  if (isPicture(task) === isPicture(plan.task)) return { ...plan, task };
  const { text, seed } = plan;
  return { ...(isPicture(task) ? firstDigits : firstPlan), task, text, seed };
}

/** Whether what is learned is pictures: then the model has patches, no vocabulary and no choice of stacks. */
export function isPicture(task: TaskName): task is "digits" {
  return task === "digits";
}

export function architectureOf({ task, model }: Plan): Architecture {
  return isPicture(task) ? "imageEncoder" : model.stack;
}

/** Tokens that the stack which writes reads at most. */
export function lengthOf({ longestSource, longestTarget }: TrainingTask, stack: Plan["model"]["stack"]): number {
  const written = longestTarget + 1;
  return stack === "encoderDecoder" ? Math.max(longestSource, written) : longestSource + 1 + written;
}

/** The model of a plan; throws a Fault where its text is too short. */
export function configOf(plan: Plan): ModelConfig {
  return isPicture(plan.task) ? imageConfigOf(plan) : textConfigOf(plan, taskOf(plan.task, plan.text));
}

export function imageConfigOf({ model }: Plan): ImageEncoderConfig {
  const { layers, heads, width, feedForward, norm, activation, patchSize } = model;
  const block = { width, heads, feedForward, activation, norm, epsilon: 1e-5 };
  return { architecture: "imageEncoder", ...block, layers, imageSize: digitSize, patchSize, channels: 1, classes: 10 };
}

export function textConfigOf({ model }: Plan, task: TrainingTask): TextConfig {
  const { stack, layers, heads, width, feedForward, norm, activation, tiedOutput } = model;
  const positions = model.positions === "none" ? "learned" : model.positions;
  const vocabulary = specials.length + task.symbols.length;
  const common = { width, heads, feedForward, activation, norm, epsilon: 1e-5, vocabulary, positions, tiedOutput };
  const rest = { maximumLength: lengthOf(task, stack), padding: 0, outputBias: false };
  switch (stack) {
    case "encoderDecoder":
      return {
        architecture: "encoderDecoder",
        ...common,
        ...rest,
        encoderLayers: layers,
        decoderLayers: layers,
        sourceVocabulary: vocabulary,
        scaleEmbedding: true,
        sharedEmbedding: true,
        finalNorm: norm === "pre",
      };
    case "decoderOnly":
      return { architecture: "decoderOnly", ...common, ...rest, layers, finalNorm: norm === "pre" };
    case "encoderOnly":
      return { architecture: "encoderOnly", ...common, ...rest, layers, segments: 0, classes: null };
  }
}

/** Weights that stay as they begin, at zero. */
export function isFrozen({ model }: Plan, weight: string): boolean {
  return model.positions === "none" && weight.endsWith(".position");
}

/** Why a plan cannot run; null where it can. */
export type PlanProblem = "heads" | "nothingToRead" | "patches" | "steps";

export function problemOf({ model, task, schedule }: Plan): PlanProblem | null {
  if (model.width % model.heads !== 0) return "heads";
  if (isPicture(task)) {
    if (digitSize % model.patchSize !== 0) return "patches";
  } else if (model.stack === "encoderDecoder" && writesOn(task)) return "nothingToRead";
  return schedule.warmUp >= schedule.steps ? "steps" : null;
}

/** Whether the task gives nothing to read: an encoder would have no use. */
export function writesOn(task: TaskName): boolean {
  return task === "induction" || task === "names" || task === "text";
}

/** Weights, and bytes that they, their slopes, what the optimiser keeps and one batch's values take, about. */
export function sizeOf(plan: Plan): { readonly weights: number; readonly bytes: number } {
  const config = configOf(plan);
  let weights = 0;
  for (const [name, shape] of parameterShapes(config))
    if (!isFrozen(plan, name)) weights += shape.reduce((a, b) => a * b, 1);
  const kept = 2 * (1 + slots[plan.optimiser.kind satisfies OptimiserKind]) + 1;
  const { layers, width, heads, feedForward } = plan.model;
  const length = config.architecture === "imageEncoder" ? 1 + patchCounts(config).patches : config.maximumLength;
  const tokens = plan.batch * length;
  // Of a block: about ten values as wide as the model, two feed-forward ones, and four maps of each head.
  const block = tokens * (10 * width + 2 * feedForward + 4 * heads * length);
  const blocks = layers * (config.architecture === "encoderDecoder" ? 2.5 : 1);
  return { weights, bytes: 4 * (kept * weights + blocks * block + 4 * tokens * outputSize(config)) };
}
