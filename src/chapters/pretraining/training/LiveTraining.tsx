/** A small model that learns the visitor's text by characters, from random weights, by the worker of the training page. */
import "../../../i18n/panels";
import { useMemo } from "react";
import { Curves } from "../../../explorer/training/Curves";
import { Predictions } from "../../../explorer/training/Predictions";
import { TrainingProblem } from "../../../explorer/training/TrainingProblem";
import { useTranslation } from "../../../i18n";
import { firstPlan, type Plan } from "../../../model/training/plan";
import { connectTraining } from "../../../state/training/connection";
import { fetchDigits } from "../../../state/training/digits";
import { openRuns } from "../../../state/training/runs";
import { createTraining, type Training } from "../../../state/training/store";
import { TrainingProvider, useTraining } from "../../../state/training/useTraining";
import { usePipeline } from "../pipeline";
import "../../../explorer/training/training.css";

/** Characters of the corpus that are learned from at most, and those that there must be. */
const [longest, least] = [60_000, 256] as const;
/** About a minute or two. */
const steps = 1500;

/** One for the visit: a run goes on while the visitor looks at another page. */
let training: Training | null = null;

export function LiveTraining() {
  training ??= createTraining({ connect: connectTraining, openRuns, backend: () => "wasm", digits: fetchDigits });
  return (
    <TrainingProvider value={training}>
      <Live />
    </TrainingProvider>
  );
}

function planOf(text: string): Plan {
  return {
    ...firstPlan,
    task: "text",
    text,
    model: { ...firstPlan.model, width: 64, feedForward: 256 },
    schedule: { ...firstPlan.schedule, rate: 0.004, steps },
  };
}

function Live() {
  const { t } = useTranslation();
  const { corpus } = usePipeline();
  const text = useMemo(() => [...corpus].reverse().join("\n").slice(0, longest), [corpus]);
  const status = useTraining((state) => state.status);
  const step = useTraining((state) => state.latest?.point.step ?? 0);
  const setPlan = useTraining((state) => state.setPlan);
  const { start, play, pause, stop } = useTraining((state) => state);
  const short = text.length < least;
  const button = (key: "start" | "pause" | "play" | "stop", act: () => Promise<void>, disabled = false) => (
    <button type="button" className="tool" disabled={disabled} onClick={() => void act()}>
      {t(`pre.live.${key}`)}
    </button>
  );
  return (
    <>
      <h4 className="heading">{t("pre.live")}</h4>
      <p>{t("pre.live.say", { characters: text.length })}</p>
      <div className="chapter-controls">
        {status === "idle" || status === "starting"
          ? button(
              "start",
              async () => {
                setPlan(planOf(text));
                await start();
              },
              short || status === "starting",
            )
          : null}
        {status === "running" ? button("pause", pause) : null}
        {status === "paused" ? button("play", play) : null}
        {status === "paused" || status === "running" || status === "over" ? button("stop", stop) : null}
        <p className="soft pre-live">{short ? t("pre.live.short", { least }) : t("pre.live.at", { step, steps })}</p>
      </div>
      <TrainingProblem />
      {step > 0 ? (
        <>
          <Curves />
          <Predictions />
        </>
      ) : null}
    </>
  );
}
