/** Runs of fine-tuning in the browser's storage. */
import { SavedRuns } from "../../../explorer/runs/SavedRuns";
import { useTranslation } from "../../../i18n";
import { useTuning, useTuningRuns } from "../../../state/tuning/useTuning";
import { runName } from "./words";

export function TuningRuns() {
  const { t } = useTranslation();
  const list = useTuningRuns();
  const busy = useTuning(({ status }) => status !== "idle" && status !== "paused");
  const atHand = useTuning(({ status, run }) => (status === "idle" ? null : (run?.id ?? null)));
  return (
    <SavedRuns
      {...{ ...list, busy, atHand }}
      heading="h5"
      nameOf={(run) => runName(t, run)}
      stepsOf={({ plan }) => plan.steps}
    />
  );
}
