/** A run of fine-tuning as a file that is kept elsewhere, and back; its model is merged. */
import { z } from "zod";
import type { TrainedFiles } from "../../model/training/files";
import { packArchive, unpackArchive } from "../runs/archive";
import type { WholeRun } from "../runs/storage";
import { aboutTuned } from "./entry";
import { type SavedTuning, tuningRunSchema } from "./runs";

const runSchema = tuningRunSchema.extend({
  name: z.string().max(200),
  step: z.int().nonnegative(),
  origin: z.number(),
});

export function packTuning({ run }: WholeRun<SavedTuning>, model: TrainedFiles): Blob {
  const { name, plan, costs, points, latest, seconds, state } = run;
  const { step, origin, numbers } = state;
  const about: z.infer<typeof runSchema> = { name, plan, costs, points, latest, seconds, step, origin };
  return packArchive({
    model,
    about: aboutTuned(plan, step, model.examples),
    run: about,
    // What is learned, and after it what the optimiser keeps of it.
    numbers: new Map([["state", numbers]]),
  });
}

/** Throws a Fault where the file is none of these. `id` is the new run's. */
export async function unpackTuning(file: Blob, id: string, now: number): Promise<WholeRun<SavedTuning>> {
  const { run, read } = await unpackArchive(file, runSchema);
  const { step, origin, ...others } = run;
  // Whether its numbers are those that its plan needs is known with its base, when it is gone on with.
  return { run: { id, saved: now, ...others, state: { step, origin, numbers: read("state") } }, moments: [] };
}
