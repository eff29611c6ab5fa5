/** A run of training as a file that is kept elsewhere, and back. */
import { z } from "zod";
import type { Digits } from "../../model/training/digits";
import { filesOf } from "../../model/training/files";
import { groupSchema } from "../../model/training/groups";
import { lessonsOf } from "../../model/training/lessons";
import { slots } from "../../model/training/optimiser";
import { packingOf, unpack } from "../../model/training/packing";
import { configOf, planSchema } from "../../model/training/plan";
import { pointSchema } from "../../model/training/progress";
import { packArchive, unpackArchive } from "../runs/archive";
import type { WholeRun } from "../runs/storage";
import { aboutOf } from "./entry";
import type { SavedRun } from "./runs";

const runSchema = z.object({
  name: z.string().max(200),
  plan: planSchema,
  points: z.array(pointSchema),
  step: z.number().int().nonnegative(),
  moments: z.array(z.object({ step: z.number().int().nonnegative(), groups: z.array(groupSchema) })).max(100),
});

const momentName = (step: number) => `moment.${step}`;

/** `digits` are what a run of that task learns from. */
export function packRun({ run, moments }: WholeRun<SavedRun>, digits: Digits | null): Blob {
  const { name, plan, points, state } = run;
  const lessons = lessonsOf(plan, digits);
  const model = filesOf(lessons, unpack(packingOf(lessons.config), state.numbers));
  const about: z.infer<typeof runSchema> = {
    name,
    plan,
    points,
    step: state.step,
    moments: moments.map(({ step, groups }) => ({ step, groups })),
  };
  return packArchive({
    model,
    about: aboutOf(plan, state.step, model.examples),
    run: about,
    // Weights, and after them what the optimiser keeps of each, in the order of model.safetensors.
    numbers: new Map([
      ["state", state.numbers],
      ...moments.map(({ step, weights }) => [momentName(step), weights] as const),
    ]),
  });
}

/** Throws a Fault where the file is none of these, or does not hold what its plan needs. `id` is the new run's. */
export async function unpackRun(file: Blob, id: string, now: number): Promise<WholeRun<SavedRun>> {
  const { run, read } = await unpackArchive(file, runSchema);
  const { name, plan, points, step, moments } = run;
  const size = packingOf(configOf(plan)).size;
  const state = { step, numbers: read("state", (1 + slots[plan.optimiser.kind]) * size) };
  return {
    run: { id, name, saved: now, plan, points, state },
    moments: moments.map(({ step, groups }) => ({ step, groups, weights: read(momentName(step), size) })),
  };
}
