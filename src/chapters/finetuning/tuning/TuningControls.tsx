/** Start, pause, go on, step and stop, and where the run stands. */
import { useRef } from "react";
import { OpenTrained } from "../../../explorer/runs/OpenTrained";
import { useTranslation } from "../../../i18n";
import { useTuning } from "../../../state/tuning/useTuning";
import { BaseLoading } from "./BaseLoading";
import { Steps } from "./Steps";
import { TuningProblem } from "./TuningProblem";

export function TuningControls() {
  const { t } = useTranslation();
  const status = useTuning((state) => state.status);
  const waiting = useTuning((state) => state.waiting !== null);
  const again = useTuning((state) => state.run !== null);
  const start = useTuning((state) => state.start);
  const play = useTuning((state) => state.play);
  const pause = useTuning((state) => state.pause);
  const going = status === "running" || status === "paused";
  const next = status === "running" ? pause : status === "paused" ? play : start;
  const barred = waiting || status === "loading" || status === "grid";
  const go = useRef<HTMLButtonElement>(null);
  const text = status === "running" ? "tune.pause" : status === "paused" ? "tune.play" : "tune.begin";
  return (
    <div className="chapter-controls">
      {/* One button whatever it does, and never disabled: the keyboard's focus stays on it. */}
      <button
        ref={go}
        type="button"
        className="tool tune-go"
        aria-disabled={barred}
        onClick={() => void (barred ? null : next())}
      >
        {t(again && !going ? "tune.again" : text)}
      </button>
      {going ? <Steps next={go} /> : null}
      <OpenTuned />
      <Standing />
    </div>
  );
}

/** The model as it stands, for the explorer. */
function OpenTuned() {
  const { t } = useTranslation();
  const ready = useTuning(({ status, held }) => held && status !== "loading" && status !== "grid");
  const diverged = useTuning(({ run }) => run?.latest?.over === "diverged");
  const pause = useTuning((state) => state.pause);
  const model = useTuning((state) => state.model);
  if (!ready || diverged) return null;
  return <OpenTrained text={t("tune.open")} {...{ pause, model }} />;
}

function Standing() {
  const { t } = useTranslation();
  const status = useTuning((state) => state.status);
  const waiting = useTuning((state) => state.waiting);
  const problem = useTuning((state) => state.problem);
  const loading = useTuning((state) => state.loading !== null);
  const run = useTuning((state) => state.run);
  const step = run?.latest?.step ?? 0;
  const steps = run?.plan.steps ?? 0;
  const words = () => {
    if (problem) return <TuningProblem />;
    if (loading) return null;
    if (status === "idle" && run?.latest?.over === "diverged") return t("tune.diverged", { step });
    if (waiting) return t(`tune.waiting.${waiting}`);
    if (status !== "idle") return t(`tune.status.${status}`, { step, steps });
    if (!run) return t("tune.status.idle");
    return t(run.latest?.over ? "tune.status.over" : "tune.status.stopped", { step, steps });
  };
  const wrong = problem !== null || (status === "idle" && run?.latest?.over === "diverged");
  return (
    <>
      <p role="status" className={wrong ? "problem" : "soft"}>
        {words()}
      </p>
      {status === "grid" ? null : <BaseLoading />}
      {status === "loading" && !loading ? (
        <progress className="tune-progress" aria-label={t("tune.status.loading")} />
      ) : null}
      {status === "running" || status === "paused" ? (
        <progress className="tune-progress" aria-label={t("tune.steps")} value={step} max={steps} />
      ) : null}
    </>
  );
}
