/** What config.json says of a classifying model's classes. */
import { z } from "zod";
import { Fault, shown } from "../fault";

/** Hugging Face writes classes as an object from their numbers, counted from 0, to their names. */
export const labelsSchema = z.record(z.string(), z.string()).transform((names): readonly string[] => {
  const labels = Array.from({ length: Object.keys(names).length }, (_, index) => names[index]);
  if (labels.length > 0 && labels.every((label) => label !== undefined)) return labels;
  throw new Fault("fault.config.labels", { found: shown(names) });
});
