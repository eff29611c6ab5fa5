/** The steps of the forward pass under the stage: back, play, next, speed; the same keys work anywhere on the stage. */
import { useCallback, useEffect, useMemo, useState } from "react";
import { useTranslation } from "../../i18n";
import { useApp } from "../../state/useApp";
import { operandName } from "../../views/derivationContext";
import "./step.css";
import { StepTimeline } from "../../views/StepTimeline";
import { stepNames } from "../mapSteps";

/** Milliseconds that a step stays while it plays. */
const speeds = { slow: 4000, normal: 1600, fast: 500 } as const;
type Speed = keyof typeof speeds;

export function TimelineBar() {
  const { t } = useTranslation();
  const config = useApp((state) => state.model?.config);
  // The steps are the model's, whatever it reads: they are known without asking the engine at every key.
  const steps = useMemo(() => (config ? stepNames(config) : []), [config]);
  const wanted = useApp((state) => state.scene.step);
  const view = useApp((state) => state.scene.view);
  const showStep = useApp((state) => state.showStep);
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState<Speed>("normal");
  const count = steps.length;
  const current = Math.max(
    0,
    steps.findIndex(({ path }) => path === wanted),
  );
  const go = useCallback(
    (step: number) => {
      const found = steps[Math.max(0, Math.min(count - 1, step))];
      if (found) showStep(found.path);
    },
    [steps, count, showStep],
  );
  useEffect(() => {
    if (!playing) return;
    if (current >= count - 1) return setPlaying(false);
    const next = setTimeout(() => go(current + 1), speeds[speed]);
    return () => clearTimeout(next);
  }, [playing, speed, current, count, go]);
  const toggle = useCallback(() => {
    // At the end, play begins anew.
    if (!playing && current >= count - 1) go(0);
    else if (!playing && view !== "step") go(current);
    setPlaying(!playing);
  }, [playing, current, count, view, go]);
  useEffect(() => {
    if (view !== "step") setPlaying(false);
  }, [view]);
  useStageKeys(view === "step", { go, toggle, current, count });
  if (count === 0) return <div className="timeline-bar" />;
  return (
    <section className="timeline-bar" aria-label={t("timeline.title")} title={t("timeline.keys")}>
      <StepTimeline
        steps={steps}
        current={current}
        onStep={go}
        nameOf={(step) => operandName(t, { from: "step", value: steps[step]?.value ?? "" })}
        before={
          <span className="timeline-buttons">
            <button
              type="button"
              className="tool"
              aria-label={t("timeline.previous")}
              title={t("timeline.previous")}
              disabled={current === 0}
              onClick={() => go(current - 1)}
            >
              ‹
            </button>
            <button
              type="button"
              className="tool play"
              title={t("timeline.play.help")}
              aria-pressed={playing}
              onClick={toggle}
            >
              {playing ? `❚❚ ${t("timeline.pause")}` : `▶ ${t("timeline.play")}`}
            </button>
            <button
              type="button"
              className="tool"
              aria-label={t("timeline.next")}
              title={t("timeline.next")}
              disabled={current >= count - 1}
              onClick={() => go(current + 1)}
            >
              ›
            </button>
          </span>
        }
        after={
          <select
            className="tool speed"
            aria-label={t("timeline.speed")}
            title={t("timeline.speed.help")}
            value={speed}
            onChange={(event) => setSpeed(event.target.value as Speed)}
          >
            {(Object.keys(speeds) as Speed[]).map((name) => (
              <option key={name} value={name}>
                {t(`timeline.${name}`)}
              </option>
            ))}
          </select>
        }
      />
    </section>
  );
}

interface Steps {
  readonly go: (step: number) => void;
  readonly toggle: () => void;
  readonly current: number;
  readonly count: number;
}

/** What takes these keys for itself: fields, figures with cells, sliders, menus and dialogs. */
const busy =
  "input, textarea, select, [contenteditable], [role=grid], [role=slider], [role=radiogroup], [role=tablist], [role=dialog], [role=listbox], [role=menu]";

/** Arrow keys, space, Home and End, and the page keys that a presenter's remote sends. */
function useStageKeys(active: boolean, { go, toggle, current, count }: Steps): void {
  useEffect(() => {
    if (!active) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
      const target = event.target instanceof Element ? event.target : null;
      if (target?.closest(busy)) return;
      const onControl = target?.closest("button, a, summary, [role=button], [role=switch]");
      const steps: Readonly<Record<string, number>> = {
        ArrowRight: current + 1,
        ArrowLeft: current - 1,
        PageDown: current + 1,
        PageUp: current - 1,
        Home: 0,
        End: count - 1,
      };
      const to = steps[event.key];
      if (to !== undefined) go(to);
      else if (event.key === " " && !onControl) toggle();
      else return;
      event.preventDefault();
    };
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, [active, go, toggle, current, count]);
}
