/** One operation of the forward pass: words, formula, its operands and its result, and where any number comes from. */
import "../../i18n/panels";
import { useEffect, useMemo, useRef, useState } from "react";
import type { DerivedCell, DerivedOperand, RunResult, TraceStep } from "../../engine/protocol";
import { useTranslation } from "../../i18n";
import type { Explanation } from "../../model/explain/explain";
import { shapeText, sizesOf } from "../../model/explain/shape";
import { cellRegion } from "../../model/operations/regions";
import { useApp } from "../../state/useApp";
import {
  derivedQuestion,
  useAsked,
  useExplanations,
  useForesight,
  useTrace,
  useVocabulary,
} from "../../state/useAsked";
import { useSize } from "../../ui/useSize";
import { Derivation } from "../../views/Derivation";
import { operandName } from "../../views/derivationContext";
import { Formula, foreseeFormula } from "../../views/Formula";
import { axisNames } from "./axes";
import { HeadChoice } from "./HeadChoice";
import { PassCost } from "./PassCost";
import { questionsOf } from "./questions";
import { StepCode } from "./StepCode";
import { StepCost } from "./StepCost";
import { StepPlace } from "./StepPlace";
import { Trail, type TrailStop } from "./Trail";
import { usualCell } from "./usualCell";
import { ValueFigure } from "./ValueFigure";
import "./step.css";

export function StepPanel({ run }: { readonly run: RunResult }) {
  const trace = useTrace();
  const explanations = useExplanations();
  const wanted = useApp((state) => state.scene.step);
  const index = trace
    ? Math.max(
        0,
        trace.findIndex(({ name }) => name === wanted),
      )
    : 0;
  const step = trace?.[index];
  const explanation = step && explanations?.[step.name];
  useNeighbours(trace, explanations, index);
  if (!trace || !step || !explanation) return <div className="skeleton" aria-hidden="true" />;
  return <Step key={run.input.kind} run={run} trace={trace} index={index} step={step} explanation={explanation} />;
}

/** The steps before and after are a key away: what they show is got ready once this one is on the screen. */
function useNeighbours(
  trace: readonly TraceStep[] | null,
  explanations: Readonly<Record<string, Explanation>> | null,
  index: number,
): void {
  const selection = useApp((state) => state.scene.selection);
  const foresee = useForesight();
  useEffect(() => {
    const next = setTimeout(() => {
      for (const step of [trace?.[index + 1], trace?.[index - 1], trace?.[index + 2]]) {
        const explanation = step && explanations?.[step.name];
        if (!explanation) continue;
        foresee(questionsOf(step, explanation, selection));
        foreseeFormula(explanation.formula);
      }
    });
    return () => clearTimeout(next);
  }, [trace, explanations, index, selection, foresee]);
}

interface StepProps {
  readonly run: RunResult;
  readonly trace: readonly TraceStep[];
  readonly index: number;
  readonly step: TraceStep;
  readonly explanation: Explanation;
}

const tones = { query: "query", key: "key", value: "value" } as const;
const toneOf = (tone: string) => (tone in tones ? (tone as keyof typeof tones) : "plain");

function Step({ run, trace, index, step, explanation }: StepProps) {
  const { t } = useTranslation();
  const pinned = useApp((state) => state.scene.cell);
  const selection = useApp((state) => state.scene.selection);
  const showStep = useApp((state) => state.showStep);
  const [pointed, setPointed] = useState<{ readonly step: string; readonly at: readonly number[] | null } | null>(null);
  const [trail, setTrail] = useState<readonly TrailStop[]>([]);
  /** The step that following led to: a step that anything else leads to starts a new trail. */
  const followed = useRef<string | null>(null);
  useEffect(() => {
    if (followed.current !== step.name) setTrail((before) => (before.length > 0 ? [] : before));
  }, [step.name]);
  const article = useRef<HTMLElement>(null);
  const { width: room } = useSize(article);

  const hovered = pointed?.step === step.name ? pointed.at : null;
  const shownAt = hovered ?? pinned ?? usualCell(step, selection);
  const derived = useLatest(step.name, useAsked(derivedQuestion(step.name, shownAt)));
  const head = step.axes.includes("H") ? (pinned?.[step.axes.indexOf("H")] ?? selection.head) : selection.head;
  const sizes = useMemo(() => sizesOf(trace), [trace]);
  const label = usePlaceLabel(run, sizes);
  const resultName = operandName(t, { from: "step", value: step.value });

  const follow = (operand: DerivedOperand, at: readonly number[]) => {
    if (operand.from !== "step") return;
    setTrail([...trail, { step: step.name, value: step.value, cell: shownAt }]);
    followed.current = operand.name;
    showStep(operand.name, at);
  };
  const goBack = (to: number) => {
    const stop = trail[to];
    if (!stop) return;
    setTrail(trail.slice(0, to));
    followed.current = stop.step;
    showStep(stop.step, stop.cell);
  };
  const role = explanation.role;
  return (
    <article
      ref={article}
      className="step"
      data-step={step.name}
      data-derived={derived?.index.join()}
      aria-labelledby="step-title"
    >
      <StepPlace step={step} index={index} count={trace.length} />
      <h2 id="step-title" className="title">
        {role ? t(`step.${role}.title`, sizes) : resultName}
      </h2>
      {role ? (
        <p className="say">
          {t(`step.${role}.what`, sizes)} <span className="soft">{t(`step.${role}.why`, sizes)}</span>
        </p>
      ) : null}
      <div className="step-over">
        <Formula equations={explanation.formula} />
        <HeadChoice step={step} operands={explanation.operands} head={head} />
      </div>
      <div className="operands">
        {explanation.operands.map((operand, input) => (
          <figure key={input} className={`value tone-${operand.tone}`}>
            <figcaption>
              <b>{operandName(t, operand)}</b> <Shape axes={operand.axes} shape={operand.shape} />
            </figcaption>
            <ValueFigure
              run={run}
              room={room}
              name={operand.name}
              label={operandName(t, operand)}
              shape={operand.shape}
              axes={operand.axes}
              head={head}
              regions={derived?.regions.filter((region) => region.input === input) ?? []}
              tone={toneOf(operand.tone)}
              pinned={null}
              reveal={derived?.regions.find((region) => region.input === input)?.from ?? null}
              {...(operand.from === "step" ? { onPin: (at) => at && follow({ ...operand, from: "step" }, at) } : {})}
            />
          </figure>
        ))}
        <span className="becomes" aria-hidden="true">
          →
        </span>
        <figure className={`value result tone-${explanation.tone}`}>
          <figcaption>
            <b>{resultName}</b> <Shape axes={step.axes} shape={step.shape} />
          </figcaption>
          <ValueFigure
            run={run}
            room={room}
            name={step.name}
            label={resultName}
            shape={step.shape}
            axes={step.axes}
            head={head}
            regions={[cellRegion(0, shownAt)]}
            tone="plain"
            pinned={pinned}
            reveal={pinned}
            onHover={(at) => setPointed({ step: step.name, at })}
            onPin={(at) => showStep(step.name, at)}
          />
        </figure>
      </div>
      <p className="soft small">{t("step.point")}</p>
      {step.edit ? (
        <p className="problem">{t(step.edit.kind === "skip" ? "step.switchedOff" : "step.edited")}</p>
      ) : null}
      <Trail
        stops={trail}
        now={{ step: step.name, value: step.value, cell: shownAt }}
        onGo={goBack}
        label={label}
        trace={trace}
      />
      {derived ? <Derivation cell={derived} explanation={explanation} label={label} onFollow={follow} /> : null}
      <StepCode step={step} torch={explanation.torch} />
      <StepCost cost={explanation.cost} newestCost={explanation.newestCost} />
      <PassCost run={run} />
    </article>
  );
}

/** A shape in the project's letters and in numbers. */
function Shape({ axes, shape }: { readonly axes: TraceStep["axes"]; readonly shape: readonly number[] }) {
  return (
    <span className="shape soft small">
      {shapeText(axes)} = {shapeText(shape)}
    </span>
  );
}

/** The last derivation of the step, until the next one has come: the words must not flicker as the pointer moves. */
function useLatest(step: string, derived: DerivedCell | null): DerivedCell | null {
  const last = useRef<DerivedCell | null>(null);
  if (derived) last.current = derived;
  return last.current?.name === step ? last.current : null;
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
