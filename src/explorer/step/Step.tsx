/** One operation of the forward pass: words, formula, its operands and its result, and where any number comes from. */
import { memo, useRef, useState } from "react";
import type { DerivedCell, DerivedOperand, RunResult, TraceStep } from "../../engine/protocol";
import { useTranslation } from "../../i18n";
import type { Explanation } from "../../model/explain/explain";
import { shapeText } from "../../model/explain/shape";
import { cellRegion } from "../../model/operations/regions";
import type { Selection } from "../../state/scene";
import { useApp } from "../../state/useApp";
import { derivedQuestion, useAsked } from "../../state/useAsked";
import { Derivation } from "../../views/Derivation";
import { operandName, type PlaceLabel } from "../../views/derivationContext";
import { Formula } from "../../views/Formula";
import { HeadChoice } from "./HeadChoice";
import { StepPlace } from "./StepPlace";
import { Trail, type TrailStop } from "./Trail";
import { usualCell } from "./usualCell";
import { ValueFigure } from "./ValueFigure";

interface Props {
  readonly run: RunResult;
  readonly trace: readonly TraceStep[];
  readonly index: number;
  readonly step: TraceStep;
  readonly explanation: Explanation;
  readonly selection: Selection;
  /** The cell that is taken apart until another is pinned. */
  readonly pinned: readonly number[] | null;
  /** The width that there is, CSS pixels. */
  readonly room: number;
  readonly sizes: Readonly<Partial<Record<string, number>>>;
  readonly label: PlaceLabel;
  /** The cells that were left to come here. */
  readonly stops: readonly TrailStop[];
  /** Leads to a cell of another step, with the stops on the way there. */
  readonly onFollow: (stops: readonly TrailStop[], to: Pick<TrailStop, "step" | "cell">) => void;
}

const tones = { query: "query", key: "key", value: "value" } as const;
const toneOf = (tone: string) => (tone in tones ? (tone as keyof typeof tones) : "plain");

export const titleId = ({ name }: TraceStep) => `title-${name}`;

/** Drawn anew only when what it is told changes: a step that was drawn ahead is there at once. */
export const Step = memo(function Step(props: Props) {
  const { run, trace, index, step, explanation, selection, pinned, room, sizes, label, stops, onFollow } = props;
  const { t } = useTranslation();
  const showStep = useApp((state) => state.showStep);
  const [hovered, setHovered] = useState<readonly number[] | null>(null);
  const shownAt = hovered ?? pinned ?? usualCell(step, selection);
  const derived = useLatest(useAsked(derivedQuestion(step.name, shownAt)), String(pinned));
  const head = step.axes.includes("H") ? (pinned?.[step.axes.indexOf("H")] ?? selection.head) : selection.head;
  const resultName = operandName(t, { from: "step", value: step.value });
  const now = { step: step.name, value: step.value, cell: shownAt };

  const follow = (operand: Pick<DerivedOperand, "from" | "name">, at: readonly number[]) => {
    if (operand.from === "step") onFollow([...stops, now], { step: operand.name, cell: at });
  };
  const goBack = (to: number) => {
    const stop = stops[to];
    if (stop) onFollow(stops.slice(0, to), stop);
  };
  const role = explanation.role;
  return (
    <div className="step-parts" data-derived={derived?.index.join()}>
      <StepPlace step={step} index={index} count={trace.length} />
      <h2 id={titleId(step)} className="title" tabIndex={-1}>
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
              {...(operand.from === "step" ? { onPin: (at) => at && follow(operand, at) } : {})}
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
            onHover={setHovered}
            onPin={(at) => showStep(step.name, at)}
          />
        </figure>
      </div>
      <p className="soft small">{t("step.point")}</p>
      {step.edit ? (
        <p className="problem">{t(step.edit.kind === "skip" ? "step.switchedOff" : "step.edited")}</p>
      ) : null}
      <Trail stops={stops} now={now} onGo={goBack} label={label} trace={trace} />
      {derived ? <Derivation cell={derived} explanation={explanation} label={label} onFollow={follow} /> : null}
    </div>
  );
});

/** A shape in the project's letters and in numbers. */
function Shape({ axes, shape }: { readonly axes: TraceStep["axes"]; readonly shape: readonly number[] }) {
  return (
    <span className="shape soft small">
      {shapeText(axes)} = {shapeText(shape)}
    </span>
  );
}

/** The last derivation until the next one has come, for the words must not flicker as the pointer moves; not of another pinned cell. */
function useLatest(derived: DerivedCell | null, pinned: string): DerivedCell | null {
  const last = useRef<{ readonly derived: DerivedCell; readonly pinned: string } | null>(null);
  if (derived) last.current = { derived, pinned };
  return last.current?.pinned === pinned ? last.current.derived : null;
}
