import { memo } from "react";
import type { TraceStep } from "../../engine/protocol";
import { useTranslation } from "../../i18n";
import { groupOf } from "../../model/explain/step";
import { groupName } from "./groupName";

interface Props {
  readonly step: TraceStep;
  /** From 0. */
  readonly index: number;
  readonly count: number;
}

/** Where in the model a step stands: stack, block, sublayer, and its number. */
export const StepPlace = memo(function StepPlace({ step, index, count }: Props) {
  const { t } = useTranslation();
  const places = [...groupName(t, groupOf(step)), t("step.number", { number: index + 1, count })];
  return <p className="where soft">{places.join(" › ")}</p>;
});
