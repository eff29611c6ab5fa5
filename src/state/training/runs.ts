/** Runs of training in the browser's own storage. */
import { z } from "zod";
import { planSchema } from "../../model/training/plan";
import { pointSchema } from "../../model/training/progress";
import { openStorage, storedSchema } from "../runs/storage";

const runSchema = storedSchema.extend({ plan: planSchema, points: z.array(pointSchema) });
export type SavedRun = z.infer<typeof runSchema>;

export const openRuns = () => openStorage("glassformer-training", runSchema);
