/** Numbers and the words around them, as cards have them. */
import { z } from "zod";
import type { TrainingFacts } from "./evaluation";

const run = z.object({
  steps: z.number(),
  seconds: z.number(),
  rate: z.number(),
  /** Peak rate of Muon, where the matrices in the blocks are trained with it. */
  muon: z.number().optional(),
  seed: z.number(),
  torch: z.string(),
  /** What the run was through that its recipe does not tell, as a sentence. */
  history: z.string().optional(),
  machine: z.string().default("one processor core"),
});

export const percent = (share = 0) => `${(share * 100).toFixed(1)} %`;
export const counted = (count: number) => count.toLocaleString("en");

/** A number of the training facts; throws where there is none. */
export function fact(facts: TrainingFacts, name: string): number {
  const value = facts[name];
  if (typeof value !== "number")
    throw new Error(`The training facts have no number named ${name}, which a card needs.`);
  return value;
}

/** Says plainly that a model is behind the baseline that it must beat; nothing where it is ahead. */
export function behind(value: number, baseline: number, of: string): string {
  if (value >= baseline) return "";
  return `\n\nIt is still ${percent(baseline - value).replace(" %", " points")} behind ${of}: it was trained too briefly.`;
}

/** How a model was trained: `of` is what a step sees, such as "256 sentences". */
export function trainingWords(name: string, facts: TrainingFacts, of: string, more = ""): string {
  const { steps, seconds, rate, muon, seed, torch, history, machine } = run.parse(facts);
  const by = muon === undefined ? "" : `Muon with a peak rate of ${muon} for the matrices of the blocks, for the rest `;
  const minutes = Math.max(1, Math.round(seconds / 60));
  return `\`scripts/pretrain/${name}.py\` in PyTorch ${torch}: ${counted(steps)} steps of ${of},
${by}AdamW with a peak rate of ${rate}${more}, seed ${seed}; ${minutes} ${minutes === 1 ? "minute" : "minutes"} of processor time on ${machine}.${
    history
      ? `
${history}`
      : ""
  }`;
}
