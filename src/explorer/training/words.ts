/** Plans and what they differ in, in words. */
import type { MessageKey, Translate } from "../../i18n";
import type { Difference, PlanField } from "../../model/training/differences";
import { optimisers } from "../../model/training/optimiser";
import { activations, type Plan, positions, stacks } from "../../model/training/plan";
import { schedules } from "../../model/training/schedule";
import { taskNames } from "../../model/training/tasks";

function choice<T extends string>(options: readonly T[], key: (option: T) => MessageKey) {
  return (value: Difference["own"]): MessageKey | null => {
    const found = options.find((option) => option === value);
    return found === undefined ? null : key(found);
  };
}

/** Fields whose values have names. */
const names: Partial<Record<PlanField, (value: Difference["own"]) => MessageKey | null>> = {
  task: choice(taskNames, (name) => `train.task.${name}`),
  stack: choice([...stacks, "imageEncoder"], (name) => `train.stack.${name}`),
  positions: choice(positions, (name) => `train.positions.${name}`),
  norm: choice(["pre", "post"], (name) => `train.norm.${name}`),
  activation: choice(activations, (name) => `train.activation.${name}`),
  optimiser: choice(optimisers, (name) => `train.optimiser.${name}`),
  schedule: choice(schedules, (name) => `train.schedule.${name}`),
};

function valueText(t: Translate, field: PlanField, value: Difference["own"]): string {
  if (value === null) return t("train.value.none");
  if (typeof value === "boolean") return t(value ? "train.value.yes" : "train.value.no");
  if (field === "text") return `“${String(value).slice(0, 12)}…”`;
  const key = names[field]?.(value);
  return key ? t(key) : String(value);
}

/** “Layer norm: After the sum, not Before a sublayer”. */
export function differenceText(t: Translate, { field, own, other }: Difference): string {
  const values = { own: valueText(t, field, own), other: valueText(t, field, other) };
  return t("train.differs", { field: t(`train.${field}`), ...values });
}

/** What a run is called: by its visitor, or by what it learns. */
export function runName(t: Translate, run: { readonly name: string; readonly plan: Plan }): string {
  return run.name || t(`train.task.${run.plan.task}`);
}
