/** The operations of the forward pass, one at a time, and what goes with each: code, costs, and the way that was followed. */
import "../../i18n/panels";
import { type RefObject, startTransition, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { RunResult, TraceStep } from "../../engine/protocol";
import type { Explanation } from "../../model/explain/explain";
import { sizesOf } from "../../model/explain/shape";
import type { Selection } from "../../state/scene";
import { useApp } from "../../state/useApp";
import { useExplanations, useForesight, useTrace, useVocabulary } from "../../state/useAsked";
import { useSize } from "../../ui/useSize";
import { axisNames } from "./axes";
import { PassCost } from "./PassCost";
import { questionsOf } from "./questions";
import { Step, titleId } from "./Step";
import { StepCode } from "./StepCode";
import { StepCost } from "./StepCost";
import type { TrailStop } from "./Trail";
import "./step.css";

type Explanations = Readonly<Record<string, Explanation>>;

export function StepPanel({ run }: { readonly run: RunResult }) {
  const trace = useTrace();
  const explanations = useExplanations();
  if (!trace || !explanations) return <div className="skeleton" aria-hidden="true" />;
  return <Steps key={run.input.kind} run={run} trace={trace} explanations={explanations} />;
}

interface StepsProps {
  readonly run: RunResult;
  readonly trace: readonly TraceStep[];
  readonly explanations: Explanations;
}

const noStops: readonly TrailStop[] = [];

function Steps({ run, trace, explanations }: StepsProps) {
  const wanted = useApp((state) => state.scene.step);
  const pinned = useApp((state) => state.scene.cell);
  const selection = useApp((state) => state.scene.selection);
  const index = Math.max(
    0,
    trace.findIndex(({ name }) => name === wanted),
  );
  const step = trace[index];
  const explanation = step && explanations[step.name];
  const ahead = useStepsAhead({ trace, explanations, index, selection });
  const article = useRef<HTMLElement>(null);
  const { width: room } = useSize(article);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once they are drawn.
  useEffect(() => {
    // The browser lays out what it hides only when it is asked for a place in it.
    for (const hidden of article.current?.querySelectorAll(".step-ahead > *") ?? []) hidden.getBoundingClientRect();
  }, [ahead]);
  const sizes = useMemo(() => sizesOf(trace), [trace]);
  const label = usePlaceLabel(run, sizes);
  const { trail, follow } = useTrail(article);
  if (!step || !explanation) return <div className="skeleton" aria-hidden="true" />;
  return (
    <article ref={article} className="step" data-step={step.name} aria-labelledby={titleId(step)}>
      <div>
        {[step, ...ahead.filter((one) => one !== step)].map((one) => {
          const shown = one === step;
          const said = explanations[one.name];
          return said ? (
            // What is shown comes first in the page: React then moves nothing but what is hidden.
            <div key={one.name} className={shown ? "step-now" : "step-ahead"}>
              <Step
                run={run}
                trace={trace}
                index={trace.indexOf(one)}
                step={one}
                explanation={said}
                selection={selection}
                pinned={shown ? pinned : null}
                room={room}
                sizes={sizes}
                label={label}
                stops={shown && trail.to === one.name ? trail.stops : noStops}
                onFollow={follow}
              />
            </div>
          ) : null;
        })}
      </div>
      <StepCode step={step} torch={explanation.torch} />
      <StepCost cost={explanation.cost} newestCost={explanation.newestCost} />
      <PassCost run={run} />
    </article>
  );
}

interface Neighbourhood {
  readonly trace: readonly TraceStep[];
  readonly explanations: Explanations;
  readonly index: number;
  readonly selection: Selection;
}

const none: readonly TraceStep[] = [];

/** The steps that are a key away, once the engine has told what they show, to be drawn while nothing else is. */
function useStepsAhead({ trace, explanations, index, selection }: Neighbourhood): readonly TraceStep[] {
  const [ready, setReady] = useState<Pick<Neighbourhood, "trace" | "selection"> & { steps: readonly TraceStep[] }>();
  const foresee = useForesight();
  useEffect(() => {
    let late = false;
    const at = (place: number) => trace.slice(Math.max(0, place), Math.max(0, place + 1));
    const timer = setTimeout(async () => {
      const steps = [...at(index + 1), ...at(index - 1)];
      const asked = [...steps, ...at(index + 2)].map((step) => {
        const explanation = explanations[step.name];
        return explanation ? foresee(questionsOf(step, explanation, selection)) : null;
      });
      await Promise.all(asked);
      if (!late) startTransition(() => setReady({ trace, selection, steps }));
    });
    return () => {
      late = true;
      clearTimeout(timer);
    };
  }, [trace, explanations, index, selection, foresee]);
  return ready?.trace === trace && ready.selection === selection ? ready.steps : none;
}

/** The way from the number that was asked about first, and the step that it led to: any other step has none. */
interface Trail {
  readonly to: string | null;
  readonly stops: readonly TrailStop[];
  readonly byKeyboard: boolean;
}

function useTrail(article: RefObject<HTMLElement | null>) {
  const showStep = useApp((state) => state.showStep);
  const [trail, setTrail] = useState<Trail>({ to: null, stops: noStops, byKeyboard: false });
  const follow = useCallback(
    (stops: readonly TrailStop[], { step, cell }: Pick<TrailStop, "step" | "cell">) => {
      const byKeyboard = document.activeElement?.matches(":focus-visible") ?? false;
      setTrail({ to: step, stops, byKeyboard });
      showStep(step, cell);
    },
    [showStep],
  );
  useEffect(() => {
    // What led here is gone: the keyboard goes on from the title of the step that it led to.
    if (trail.byKeyboard) article.current?.querySelector("h2")?.focus();
  }, [trail, article]);
  return { trail, follow };
}

/** Texts of tokens by axis and place, for the words of a derivation. */
function usePlaceLabel(run: RunResult, sizes: Readonly<Partial<Record<string, number>>>) {
  const vocabulary = useVocabulary("V" in sizes);
  const task = useApp((state) => state.model?.task ?? null);
  return useMemo(() => {
    const named = { vocabulary, classes: task !== null && "labels" in task ? task.labels : null };
    return (axis: TraceStep["axes"][number], place: number): string | null => {
      const { labels, numbered } = axisNames(axis, 1, run, named, place);
      return numbered ? null : (labels[0] ?? null);
    };
  }, [vocabulary, task, run]);
}
