/** In what two plans differ, so that a comparison can be put in words. Pure. */
import { architectureOf, isPicture, type Plan } from "./plan";

type Value = string | number | boolean | null;

/** What a plan decides, as the form calls it. */
const fields = {
  task: (plan: Plan): Value => plan.task,
  text: (plan: Plan): Value => (plan.task === "text" ? plan.text : ""),
  stack: (plan: Plan): Value => architectureOf(plan),
  layers: ({ model }: Plan): Value => model.layers,
  heads: ({ model }: Plan): Value => model.heads,
  width: ({ model }: Plan): Value => model.width,
  feedForward: ({ model }: Plan): Value => model.feedForward,
  patchSize: (plan: Plan): Value => (isPicture(plan.task) ? plan.model.patchSize : null),
  positions: ({ model }: Plan): Value => model.positions,
  norm: ({ model }: Plan): Value => model.norm,
  activation: ({ model }: Plan): Value => model.activation,
  tied: (plan: Plan): Value => !isPicture(plan.task) && plan.model.tiedOutput,
  initialScale: ({ model }: Plan): Value => model.initialScale,
  dropout: (plan: Plan): Value => plan.dropout,
  optimiser: ({ optimiser }: Plan): Value => optimiser.kind,
  schedule: ({ schedule }: Plan): Value => schedule.kind,
  rate: ({ schedule }: Plan): Value => schedule.rate,
  warmUp: ({ schedule }: Plan): Value => schedule.warmUp,
  steps: ({ schedule }: Plan): Value => schedule.steps,
  batch: (plan: Plan): Value => plan.batch,
  clip: ({ optimiser }: Plan): Value => optimiser.clip,
  weightDecay: ({ optimiser }: Plan): Value => optimiser.weightDecay,
  smoothing: (plan: Plan): Value => plan.smoothing,
  seed: (plan: Plan): Value => plan.seed,
} as const;
export type PlanField = keyof typeof fields;

export interface Difference {
  readonly field: PlanField;
  readonly own: Value;
  readonly other: Value;
}

/** What `plan` has otherwise than `other`, in the order of the form. */
export function differences(plan: Plan, other: Plan): readonly Difference[] {
  return (Object.keys(fields) as PlanField[]).flatMap((field) => {
    const [own, theirs] = [fields[field](plan), fields[field](other)];
    return own === theirs ? [] : [{ field, own, other: theirs }];
  });
}

/** Whether runs of both plans have the same weights to learn and the same examples to be scored on. */
export function sameButSeed(plan: Plan, other: Plan): boolean {
  return differences(plan, other).every(({ field }) => field === "seed");
}
