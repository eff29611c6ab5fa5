/** Start, pause, go on and stop, and where the run stands. */
import { useState } from "react";
import { ProblemText } from "../../../explorer/ProblemText";
import { useOpenEntry } from "../../../explorer/training/useOpenEntry";
import { useTranslation } from "../../../i18n";
import { useTuning } from "../../../state/tuning/useTuning";

export function TuningControls() {
  const { t } = useTranslation();
  const status = useTuning((state) => state.status);
  const again = useTuning((state) => state.run !== null);
  const start = useTuning((state) => state.start);
  const play = useTuning((state) => state.play);
  const pause = useTuning((state) => state.pause);
  const stop = useTuning((state) => state.stop);
  const going = status === "running" || status === "paused";
  const next = status === "running" ? pause : status === "paused" ? play : start;
  const barred = status === "loading" || status === "grid";
  const text = status === "running" ? "tune.pause" : status === "paused" ? "tune.play" : "tune.begin";
  return (
    <div className="chapter-controls">
      {/* One button whatever it does, and never disabled: the keyboard's focus stays on it. */}
      <button
        type="button"
        className="tool tune-go"
        aria-disabled={barred}
        onClick={() => void (barred ? null : next())}
      >
        {t(again && !going ? "tune.again" : text)}
      </button>
      {going ? (
        <button type="button" className="tool" onClick={() => void stop()}>
          {t("tune.stop")}
        </button>
      ) : null}
      <OpenTuned />
      <Standing />
    </div>
  );
}

/** The model as it stands, for the explorer. */
function OpenTuned() {
  const { t } = useTranslation();
  const openEntry = useOpenEntry();
  const [busy, setBusy] = useState(false);
  const ready = useTuning(({ status, held }) => held && (status === "idle" || status === "paused"));
  const diverged = useTuning(({ run }) => run?.latest?.over === "diverged");
  const model = useTuning((state) => state.model);
  if (!ready || diverged) return null;
  const open = async () => {
    setBusy(true);
    try {
      const entry = await model();
      if (entry) await openEntry(entry);
    } finally {
      setBusy(false);
    }
  };
  return (
    <button type="button" className="tool" disabled={busy} onClick={() => void open()}>
      {t("tune.open")}
    </button>
  );
}

function Standing() {
  const { t } = useTranslation();
  const status = useTuning((state) => state.status);
  const problem = useTuning((state) => state.problem);
  const run = useTuning((state) => state.run);
  const step = run?.latest?.step ?? 0;
  const steps = run?.plan.steps ?? 0;
  const words = () => {
    if (problem === "died") return t("tune.died");
    if (problem) return <ProblemText problem={problem} />;
    if (status === "idle" && run?.latest?.over === "diverged") return t("tune.diverged", { step });
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
      {status === "loading" ? <progress className="tune-progress" aria-label={t("tune.status.loading")} /> : null}
      {status === "running" || status === "paused" ? (
        <progress className="tune-progress" aria-label={t("tune.steps")} value={step} max={steps} />
      ) : null}
    </>
  );
}
