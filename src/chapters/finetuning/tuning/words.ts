/** Plans in words. */
import type { Translate } from "../../../i18n";
import type { TuningPlan } from "../../../model/tuning/plan";

/** “LoRA (r = 4: query, value)”. */
export function methodText(t: Translate, { method, upper, lora }: TuningPlan): string {
  const name = t(`tune.method.${method}`);
  if (method === "upper") return t("tune.method.detail", { name, detail: upper });
  if (method !== "lora") return name;
  const where = lora.where.map((matrix) => t(`tune.where.${matrix}`)).join(", ");
  return t("tune.method.detail", { name, detail: `r = ${lora.rank}: ${where}` });
}

/** “Classes of definitions; LoRA (r = 4: query, value); pretrained; 300 examples”. */
export function runText(t: Translate, plan: TuningPlan, examples: number): string {
  return t("tune.run", {
    goal: t(`tune.goal.${plan.goal}`),
    method: methodText(t, plan),
    start: t(`tune.start.${plan.start}`),
    examples: examples.toLocaleString("en"),
  });
}

/** What a saved run is called: by its visitor, or by what it learns and how. */
export function runName(t: Translate, { name, plan }: { readonly name: string; readonly plan: TuningPlan }): string {
  return name || t("tune.saved.run", { goal: t(`tune.goal.${plan.goal}`), method: methodText(t, plan) });
}
