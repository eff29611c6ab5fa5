/** The operations of the forward pass, one at a time, and what goes with each: code, costs, and the way that was followed. */
import "../../i18n/panels";
import {
  type FocusEvent,
  type RefObject,
  startTransition,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
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
  const wanted = useApp((state) => state.scene.step);
  const index = Math.max(0, trace?.findIndex(({ name }) => name === wanted) ?? 0);
  const step = trace?.[index];
  const explanation = step && explanations?.[step.name];
  if (!trace || !explanation) return <div className="skeleton" aria-hidden="true" />;
  const shown = { index, step, explanation };
  return <Steps key={run.input.kind} run={run} trace={trace} explanations={explanations} {...shown} />;
}

interface StepsProps {
  readonly run: RunResult;
  readonly trace: readonly TraceStep[];
  readonly explanations: Explanations;
  readonly index: number;
  readonly step: TraceStep;
  readonly explanation: Explanation;
}

function Steps({ run, trace, explanations, index, step, explanation }: StepsProps) {
  const pinned = useApp((state) => state.scene.cell);
  const selection = useApp((state) => state.scene.selection);
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
  const [stops, follow] = useWay(step);
  const focus = useFocusKept(article, step);
  return (
    <article ref={article} className="step" data-step={step.name} aria-labelledby={titleId(step)}>
      <div {...focus}>
        {trace.flatMap((one, place) => {
          const shown = one === step;
          const said = explanations[one.name];
          if (!said || !(shown || ahead.includes(one))) return [];
          return (
            <div key={one.name} className={shown ? "step-now" : "step-ahead"}>
              <Step
                run={run}
                trace={trace}
                index={place}
                step={one}
                explanation={said}
                selection={selection}
                pinned={shown && pinned && isIn(pinned, one.shape) ? pinned : null}
                room={room}
                sizes={sizes}
                label={label}
                stops={shown ? stops : none}
                onFollow={follow}
              />
            </div>
          );
        })}
      </div>
      <StepCode step={step} torch={explanation.torch} />
      <StepCost cost={explanation.cost} newestCost={explanation.newestCost} />
      <PassCost run={run} />
    </article>
  );
}

/** A cell that was pinned may lie outside of a shorter text. */
const isIn = (cell: readonly number[], shape: readonly number[]) =>
  cell.length === shape.length && shape.every((size, dimension) => (cell[dimension] ?? size) < size);

const none: readonly never[] = [];

/** The steps that are a key away, once the engine has told what they show. They are drawn while nothing urgent is. */
function useStepsAhead({
  trace,
  explanations,
  index,
  selection,
}: Pick<StepsProps, "trace" | "explanations" | "index"> & { readonly selection: Selection }): readonly TraceStep[] {
  const [ready, setReady] = useState<{ trace: unknown; selection: Selection; steps: readonly TraceStep[] }>();
  const foresee = useForesight();
  useEffect(() => {
    let late = false;
    const at = (...places: readonly number[]) => places.flatMap((place) => trace[place] ?? []);
    const timer = setTimeout(async () => {
      const steps = at(index + 1, index - 1);
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

/** The way from the number that was asked about first to the step that following led to: any other step, and another text, ends it. */
function useWay(step: TraceStep) {
  const showStep = useApp((state) => state.showStep);
  const input = useApp((state) => state.scene.input);
  const [way, setWay] = useState<{ to: string; input: unknown; stops: readonly TrailStop[] } | null>(null);
  if (way && (way.to !== step.name || way.input !== input)) setWay(null);
  const follow = useCallback(
    (stops: readonly TrailStop[], to: Pick<TrailStop, "step" | "cell">) => {
      setWay({ to: to.step, input, stops });
      showStep(to.step, to.cell);
    },
    [showStep, input],
  );
  return [way?.stops ?? none, follow] as const;
}

/** What has the focus goes with its step: the title of the next takes it over. → The properties of what holds the steps. */
function useFocusKept(article: RefObject<HTMLElement | null>, step: TraceStep) {
  const within = useRef<"keys" | "pointer" | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: at another step.
  useEffect(() => {
    if (within.current === null || document.activeElement !== document.body) return;
    const title = article.current?.querySelector<HTMLElement>(".step-now h2");
    title?.focus({ preventScroll: within.current === "pointer" });
  }, [step, article]);
  return {
    onFocus: ({ target }: FocusEvent) => {
      within.current = target.matches(":focus-visible") ? "keys" : "pointer";
    },
    // Elements that are taken away send none.
    onBlur: () => {
      within.current = null;
    },
  };
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
