/** Runs of fine-tuning in the browser's own storage: with their curves and what was measured of them. */
import { z } from "zod";
import { tuningPlanSchema } from "../../model/tuning/plan";
import { tuningCostsSchema, tuningProgressSchema, tuningScoreSchema } from "../../model/tuning/progress";
import { openStorage, storedSchema } from "../runs/storage";

const pointSchema = z
  .object({
    step: z.int().nonnegative(),
    /** Of the batches since the last point; null before the first step. */
    loss: z.number().nullable(),
    /** null where it was not the turn of scoring. */
    score: tuningScoreSchema.nullable(),
  })
  .readonly();
export type TuningPoint = z.infer<typeof pointSchema>;

export const tuningRunSchema = z.object({
  plan: tuningPlanSchema,
  costs: tuningCostsSchema,
  /** The first has step 0, and tells how things stand before any step. */
  points: z.array(pointSchema).readonly(),
  latest: tuningProgressSchema.nullable(),
  /** Of all steps so far, without scoring. */
  seconds: z.number().nonnegative(),
});
export type TuningRun = Readonly<z.infer<typeof tuningRunSchema>> & { readonly id: string };

const savedSchema = storedSchema.extend(tuningRunSchema.shape).extend({
  state: storedSchema.shape.state.extend({ origin: z.number() }),
});
export type SavedTuning = z.infer<typeof savedSchema>;

export const openTuningRuns = () => openStorage("glassformer-tuning", savedSchema);
