import { memo } from "react";
import { useTranslation } from "../../i18n";
import type { Explanation } from "../../model/explain/explain";
import type { Cost } from "../../model/operations/cost";

/** Products that are added up where there are any, else single calculations. */
const countOf = ({ multiplyAdds, elementwise }: Cost) => (multiplyAdds > 0 ? multiplyAdds : elementwise);

/** What the step costs, and what a key–value cache would spare. */
export const StepCost = memo(function StepCost({ cost, newestCost }: Pick<Explanation, "cost" | "newestCost">) {
  const { t, i18n } = useTranslation();
  const written = (value: number) => value.toLocaleString(i18n.language);
  const operations = countOf(cost);
  const key = operations === 0 ? "step.cost.none" : cost.multiplyAdds > 0 ? "step.cost" : "step.cost.elementwise";
  return (
    <p className="soft small cost">
      {t(key, { operations: written(operations), bytes: written(cost.bytesWritten) })}
      {newestCost && operations > 0 ? (
        <> {t("step.cost.newest", { operations: written(countOf(newestCost)) })}</>
      ) : null}
    </p>
  );
});
