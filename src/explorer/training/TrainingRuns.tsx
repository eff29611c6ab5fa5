/** The training page's runs in the browser's storage. */
import { useTranslation } from "../../i18n";
import { useTraining, useTrainingRuns } from "../../state/training/useTraining";
import { SavedRuns } from "../runs/SavedRuns";
import { runName } from "./words";

export function TrainingRuns() {
  const { t } = useTranslation();
  const list = useTrainingRuns();
  const busy = useTraining(({ status }) => status === "running" || status === "starting");
  const atHand = useTraining(({ status, id }) => (status === "idle" ? null : id));
  return (
    <SavedRuns
      {...{ ...list, busy, atHand }}
      heading="h3"
      nameOf={(run) => runName(t, run)}
      stepsOf={({ plan }) => plan.schedule.steps}
    />
  );
}
