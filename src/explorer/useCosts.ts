import { useMemo } from "react";
import type { CostedStep } from "../model/explain/totals";
import { useExplanations, useTrace } from "../state/useAsked";

/** The steps of the run at hand, each with what it costs; null until they are known. */
export function useCosts(): readonly CostedStep[] | null {
  const steps = useTrace();
  const explanations = useExplanations();
  return useMemo(
    () =>
      steps &&
      explanations &&
      steps.flatMap((step) => {
        const said = explanations[step.name];
        return said ? [{ ...step, cost: said.cost, newestCost: said.newestCost }] : [];
      }),
    [steps, explanations],
  );
}
