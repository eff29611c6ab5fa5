/** Start, pause, step and stop, and where the run stands. */
import { useTranslation } from "../../i18n";
import { problemOf } from "../../model/training/plan";
import { useTraining } from "../../state/training/useTraining";
import { OpenInExplorer } from "./OpenInExplorer";
import { TrainingProblem } from "./TrainingProblem";

export function Controls() {
  const { t } = useTranslation();
  const status = useTraining((state) => state.status);
  const ready = useTraining((state) => problemOf(state.plan) === null);
  const start = useTraining((state) => state.start);
  const play = useTraining((state) => state.play);
  const pause = useTraining((state) => state.pause);
  const once = useTraining((state) => state.once);
  const stop = useTraining((state) => state.stop);
  const button = (text: string, onClick: () => Promise<void>, disabled = false) => (
    <button type="button" className="tool" disabled={disabled} onClick={() => void onClick()}>
      {text}
    </button>
  );
  return (
    <div className="train-controls">
      {status === "idle" || status === "starting" ? (
        <button
          type="button"
          className="tool train-go"
          disabled={!ready || status !== "idle"}
          onClick={() => void start()}
        >
          {t("train.start")}
        </button>
      ) : null}
      {status === "running" ? button(t("train.pause"), pause) : null}
      {status === "paused" ? button(t("train.play"), play) : null}
      {status === "paused" || status === "running" ? (
        <>
          {button(t("train.once"), once, status === "running")}
          {button(t("train.stop"), stop)}
        </>
      ) : null}
      {status === "over" ? button(t("train.new"), stop) : null}
      <OpenInExplorer />
      <Standing />
    </div>
  );
}

function Standing() {
  const { t } = useTranslation();
  const status = useTraining((state) => state.status);
  const problem = useTraining((state) => state.problem !== null);
  const ending = useTraining((state) => state.latest?.ending ?? null);
  const step = useTraining((state) => state.latest?.point.step ?? 0);
  const queued = useTraining((state) => state.queue.length);
  const schedule = useTraining((state) => state.plan.schedule);
  if (problem) return <TrainingProblem />;
  if (ending?.kind === "diverged") {
    return (
      <p className="problem" role="alert">
        {t("train.diverged", { step: ending.step })} {t(`train.diverged.${ending.reason}`, { rate: schedule.rate })}
      </p>
    );
  }
  return (
    <p className="soft">
      {t(`train.status.${status}`, { step, steps: schedule.steps })}
      {queued > 0 ? ` ${t("train.queue", { count: queued })}` : null}
    </p>
  );
}
