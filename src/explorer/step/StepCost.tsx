import type { TraceStep } from "../../engine/protocol";
import { useTranslation } from "../../i18n";
import type { Explanation } from "../../model/explain/explain";

/** What the step costs, and what a key–value cache would spare. */
export function StepCost({ explanation }: { readonly explanation: Explanation; readonly steps: readonly TraceStep[] }) {
  const { t, i18n } = useTranslation();
  const count = (value: number) => value.toLocaleString(i18n.language);
  const { cost, newestCost } = explanation;
  return (
    <p className="soft small cost">
      {t("step.cost", { operations: count(cost.multiplyAdds), bytes: count(cost.bytesWritten) })}
      {newestCost ? <> {t("step.cost.newest", { operations: count(newestCost.multiplyAdds) })}</> : null}
    </p>
  );
}
