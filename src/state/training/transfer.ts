/**
 * A run as a file that is kept elsewhere, and back. In the archive are config.json, tokenizer.json and model.safetensors as
 * "bring your own" opens them, and beside them what the run goes on from: run.json and training.safetensors.
 */
import { z } from "zod";
import { readSafetensors } from "../../model/checkpoints/safetensors";
import { writeSafetensors } from "../../model/checkpoints/writeSafetensors";
import { Fault } from "../../model/fault";
import type { Parameter } from "../../model/parameters";
import type { Digits } from "../../model/training/digits";
import { filesOf } from "../../model/training/files";
import { groupSchema } from "../../model/training/groups";
import { lessonsOf } from "../../model/training/lessons";
import { slots } from "../../model/training/optimiser";
import { packingOf, unpack } from "../../model/training/packing";
import { configOf, planSchema } from "../../model/training/plan";
import { type Moment, pointSchema } from "../../model/training/progress";
import { aboutOf } from "./entry";
import type { SavedRun } from "./runs";
import { readZip, writeZip } from "./zip";

const runFile = "run.json";
const stateFile = "training.safetensors";
const runSchema = z.object({
  name: z.string().max(200),
  plan: planSchema,
  points: z.array(pointSchema),
  step: z.number().int().nonnegative(),
  moments: z.array(z.object({ step: z.number().int().nonnegative(), groups: z.array(groupSchema) })).max(100),
});

/** A run with the moments that were kept of it. */
export interface WholeRun {
  readonly run: SavedRun;
  readonly moments: readonly Moment[];
}

const momentName = (step: number) => `moment.${step}`;
const row = (data: Float32Array): Parameter => ({ shape: [data.length], data });

/** `digits` are what a run of that task learns from. */
export function packRun({ run, moments }: WholeRun, digits: Digits | null): Blob {
  const { name, plan, points, state } = run;
  const lessons = lessonsOf(plan, digits);
  const model = filesOf(lessons, unpack(packingOf(lessons.config), state.numbers));
  const numbers = new Map<string, Parameter>([
    // Weights, and after them what the optimiser keeps of each, in the order of model.safetensors.
    ["state", row(state.numbers)],
    ...moments.map(({ step, weights }) => [momentName(step), row(weights)] as const),
  ]);
  const about: z.infer<typeof runSchema> = {
    name,
    plan,
    points,
    step: state.step,
    moments: moments.map(({ step, groups }) => ({ step, groups })),
  };
  const text = (content: string) => new TextEncoder().encode(content);
  return writeZip(
    new Map([
      ["config.json", text(model.config)],
      ...(model.tokenizer === null ? [] : [["tokenizer.json", text(model.tokenizer)] as const]),
      ["about.json", text(aboutOf(plan, state.step, model.examples))],
      ["model.safetensors", model.weights],
      [runFile, text(JSON.stringify(about))],
      [stateFile, writeSafetensors(numbers)],
    ]),
  );
}

/** Throws a Fault where the file is none of these, or does not hold what its plan needs. `id` is the new run's. */
export async function unpackRun(file: Blob, id: string, now: number): Promise<WholeRun> {
  const files = await readZip(file);
  const parsed = runSchema.safeParse(jsonOf(files.get(runFile)));
  const stored = files.get(stateFile);
  if (!parsed.success || !stored) throw new Fault("fault.training.run", { needed: `${runFile}, ${stateFile}` });
  const { name, plan, points, step, moments } = parsed.data;
  const size = packingOf(configOf(plan)).size;
  const tensors = readSafetensors(stored);
  const read = (tensor: string, needed: number): Float32Array<ArrayBuffer> => {
    const data = tensors.get(tensor)?.read();
    if (data?.length !== needed)
      throw new Fault("fault.training.numbers", { tensor, found: data?.length ?? 0, needed });
    return Float32Array.from(data);
  };
  const state = { step, numbers: read("state", (1 + slots[plan.optimiser.kind]) * size) };
  return {
    run: { id, name, saved: now, plan, points, state },
    moments: moments.map(({ step, groups }) => ({ step, groups, weights: read(momentName(step), size) })),
  };
}

function jsonOf(bytes: Uint8Array<ArrayBuffer> | undefined): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}
