/** All that decides a run of fine-tuning: equal plans give equal curves. Plain data, checked where it crosses to a worker. */
import { z } from "zod";

/** To tell kinds of things by their definitions with `fill-mask`, or to write sentences of use with `dictionary`. */
export const goals = ["classes", "style"] as const;
export type Goal = (typeof goals)[number];

/** The shipped model that a goal starts from. */
export const baseOf: Readonly<Record<Goal, string>> = { classes: "fill-mask", style: "dictionary" };

/** Everything learns; the upper blocks and the head; the head alone; or small matrices beside those that stay. */
export const methods = ["full", "upper", "head", "lora"] as const;
export type Method = (typeof methods)[number];

/** Matrices of a block that LoRA can stand beside. */
export const adaptable = ["query", "key", "value", "output", "up", "down"] as const;

const whole = (least: number, most: number) => z.number().int().min(least).max(most);
export const tuningPlanSchema = z.object({
  goal: z.enum(goals),
  method: z.enum(methods),
  /** Whether the weights begin as the shipped model has them, or anew. */
  start: z.enum(["pretrained", "random"]),
  /** Examples to learn from. */
  examples: whole(1, 1000),
  /** Blocks that learn with "upper", counted from the last. */
  upper: whole(1, 12),
  lora: z.object({
    /** r */
    rank: whole(1, 64),
    /** The product counts α / r times. */
    alpha: z.number().positive().max(256),
    where: z.array(z.enum(adaptable)).min(1),
  }),
  /** The highest learning rate; it rises over the first tenth of the steps and falls as a cosine. */
  rate: z.number().positive().max(1),
  steps: whole(1, 5000),
  batch: whole(1, 64),
  seed: whole(0, 1_000_000),
});
export type TuningPlan = z.infer<typeof tuningPlanSchema>;

/** Whether only a head learns that stands above all else, so that the blocks and what they read stay as they were. */
export function stays({ goal, method }: TuningPlan): boolean {
  // The output of a decoder is its embedding.
  return goal === "classes" && method === "head";
}

/** What works for each method: the fewer numbers learn, the larger the steps may be. */
const rates: Readonly<Record<Method, number>> = { full: 5e-4, upper: 1e-3, head: 5e-3, lora: 3e-3 };

export function firstTuningPlan(goal: Goal, method: Method): TuningPlan {
  return {
    goal,
    method,
    start: "pretrained",
    examples: goal === "classes" ? 300 : 1000,
    upper: 1,
    lora: { rank: 4, alpha: 8, where: ["query", "value"] },
    rate: rates[method],
    steps: 150,
    batch: 16,
    seed: 1,
  };
}
