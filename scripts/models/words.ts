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
  /** Of the runs whose weights this one started from. */
  earlierSteps: z.number().default(0),
  earlierSeconds: z.number().default(0),
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

function minutesOf(seconds: number): string {
  const minutes = Math.max(1, Math.round(seconds / 60));
  return `${minutes} ${minutes === 1 ? "minute" : "minutes"}`;
}

/** How a model was trained: `of` is what a step sees, such as "256 sentences". */
export function trainingWords(name: string, facts: TrainingFacts, of: string, more = ""): string {
  const { steps, seconds, rate, muon, seed, torch, history, machine, ...earlier } = run.parse(facts);
  const by = muon === undefined ? "" : `Muon with a peak rate of ${muon} for the matrices of the blocks, for the rest `;
  const start =
    earlier.earlierSteps === 0
      ? ""
      : `
It started from the weights that ${counted(earlier.earlierSteps)} earlier steps had led to, ${minutesOf(earlier.earlierSeconds)}.`;
  return `\`scripts/pretrain/${name}.py\` in PyTorch ${torch}: ${counted(steps)} steps of ${of},
${by}AdamW with a peak rate of ${rate}${more}, seed ${seed}; ${minutesOf(seconds)} of processor time on ${machine}.${start}${
    history
      ? `
${history}`
      : ""
  }`;
}
