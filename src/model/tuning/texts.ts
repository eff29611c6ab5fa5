/** What the page on fine-tuning learns and is tested on: public/texts/tuning.json, made by scripts/data/tuningTexts.ts. */
import { z } from "zod";

const text = z.string().min(1).max(500);
const labelled = z.array(z.object({ text, label: z.number().int().nonnegative() })).min(1);

export const tuningTextsSchema = z.object({
  /** Definitions and what kind of thing each is of; any beginning of `train` has about as many of each. */
  classes: z.object({ labels: z.array(text).min(2), train: labelled, heldOut: labelled }),
  /** Sentences in which words are used. */
  style: z.object({ train: z.array(text).min(1), heldOut: z.array(text).min(1) }),
  /** The old task of `fill-mask`: held-out definitions, and which of their tokens are hidden. */
  masked: z.array(z.object({ text, places: z.array(z.number().int().nonnegative()).min(1) })).min(1),
  /** The old task of `dictionary`: held-out entries. */
  entries: z.array(text).min(1),
});
export type TuningTexts = z.infer<typeof tuningTextsSchema>;
