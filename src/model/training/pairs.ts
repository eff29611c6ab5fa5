/** Pairs of plans that show what one choice does: ready-made to start from, and one change to any plan. */
import { firstPlan, type Plan } from "./plan";

const with_ = (plan: Plan, part: Partial<Plan["model"]>): Plan => ({ ...plan, model: { ...plan.model, ...part } });

/** Two runs of about half a minute each. */
export const pairNames = ["optimisers", "norms", "positions"] as const;
export type PairName = (typeof pairNames)[number];

const short: Plan = { ...firstPlan, schedule: { ...firstPlan.schedule, steps: 600 } };
const bare: Plan = with_(
  { ...firstPlan, schedule: { kind: "constant", rate: 0.02, warmUp: 0, steps: 300 } },
  { layers: 4 },
);
const reversing: Plan = with_({ ...short, task: "reverse" }, { stack: "encoderDecoder", layers: 1 });

export const pairs: Readonly<Record<PairName, readonly [Plan, Plan]>> = {
  optimisers: [short, { ...changed(short, "momentum"), schedule: { ...short.schedule, rate: 0.1 } }],
  /** Deep and without warm-up: "On Layer Normalization in the Transformer Architecture" (Xiong et al. 2020). */
  norms: [bare, with_(bare, { norm: "post" })],
  /** An encoder without positions reads a bag of letters, which has no end to begin from. */
  positions: [reversing, with_(reversing, { positions: "none" })],
};

export const changes = [
  "norm",
  "positions",
  "momentum",
  "sgd",
  "rateDown",
  "rateUp",
  "noWarmUp",
  "dropout",
  "oneHead",
  "seed",
] as const;
export type Change = (typeof changes)[number];

/** The plan with one thing otherwise. */
export function changed(plan: Plan, change: Change): Plan {
  const { model, optimiser, schedule } = plan;
  switch (change) {
    case "norm":
      return with_(plan, { norm: model.norm === "pre" ? "post" : "pre" });
    case "positions":
      return with_(plan, { positions: model.positions === "none" ? "learned" : "none" });
    case "momentum":
    case "sgd":
      return { ...plan, optimiser: { ...optimiser, kind: change } };
    case "rateDown":
      return { ...plan, schedule: { ...schedule, rate: schedule.rate / 10 } };
    case "rateUp":
      return { ...plan, schedule: { ...schedule, rate: Math.min(100, schedule.rate * 10) } };
    case "noWarmUp":
      return { ...plan, schedule: { ...schedule, warmUp: 0 } };
    case "dropout":
      return { ...plan, dropout: plan.dropout === 0 ? 0.1 : 0 };
    case "oneHead":
      return with_(plan, { heads: 1 });
    case "seed":
      return { ...plan, seed: plan.seed + 1 };
  }
}
