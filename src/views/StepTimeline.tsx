/**
 * Every operation of a forward pass in a row, the current one marked: a slider, so that one stop of the Tab key, arrow
 * keys, Home and End walk it, and a pointer drags it. Page keys lead from block to block.
 */
import { type KeyboardEvent, memo, type PointerEvent, type ReactNode, useMemo, useRef, useState } from "react";
import {
  groupStart,
  stepAt,
  stepBox,
  type TimelineGroup,
  type TimelineLayout,
  type TimelineStep,
  timelineGroups,
  timelineLayout,
} from "../geometry/timeline";
import { useTranslation } from "../i18n";
import { Tip } from "../ui/Tip";
import { pagePalette } from "../ui/usePaint";
import { useSize } from "../ui/useSize";
import { widest } from "./paint";
import "./timeline.css";

interface Props {
  readonly steps: readonly TimelineStep[];
  /** From 0. */
  readonly current: number;
  readonly onStep: (step: number) => void;
  /** A step in words. */
  readonly nameOf: (step: number) => string;
  /** Before the line: back, play, next. */
  readonly before?: ReactNode;
  /** After the line: speed, for example. */
  readonly after?: ReactNode;
}

const height = { line: 26, tick: 11, current: 20, all: 44 };

export function StepTimeline({ steps, current, onStep, nameOf, before, after }: Props) {
  const { t } = useTranslation();
  const line = useRef<HTMLDivElement>(null);
  const { width } = useSize(line);
  const groups = useMemo(() => timelineGroups(steps), [steps]);
  const layout = useMemo(() => timelineLayout(groups, width), [groups, width]);
  const [hovered, setHovered] = useState<number | null>(null);
  const [focused, setFocused] = useState(false);
  const last = steps.length - 1;
  if (last < 0) return <p className="figure-empty">{t("figure.empty")}</p>;

  const at = stepBox(current, layout);
  const read = hovered ?? (focused ? current : null);
  const go = (step: number) => {
    const inside = Math.max(0, Math.min(last, step));
    if (inside !== current) onStep(inside);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const to = { ...keySteps, Home: -steps.length, End: steps.length }[event.key];
    if (to !== undefined) go(current + to);
    else if (event.key === "PageDown" || event.key === "PageUp") {
      go(groupStart(current, groups, event.key === "PageDown" ? 1 : -1));
    } else return;
    event.preventDefault();
  };
  const under = (event: PointerEvent) => stepAt(event.clientX - event.currentTarget.getBoundingClientRect().x, layout);
  return (
    <div className="timeline">
      {before}
      <div
        ref={line}
        className="timeline-line"
        role="slider"
        tabIndex={0}
        aria-label={t("figure.timeline")}
        aria-valuemin={1}
        aria-valuemax={steps.length}
        aria-valuenow={current + 1}
        aria-valuetext={t("figure.timeline.step", { step: current + 1, steps: steps.length, name: nameOf(current) })}
        onKeyDown={onKeyDown}
        onFocus={(event) => setFocused(event.currentTarget.matches(":focus-visible"))}
        onBlur={() => setFocused(false)}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          go(under(event));
        }}
        onPointerMove={(event) => {
          const step = under(event);
          setHovered(step);
          if (event.buttons === 1) go(step);
        }}
        onPointerLeave={() => setHovered(null)}
      >
        <svg width={width} height={height.all} aria-hidden="true">
          <Ticks layout={layout} className="timeline-ticks" />
          <g style={{ clipPath: `inset(0 ${Math.max(0, width - at.x)}px 0 0)` }}>
            <rect width={width} height={height.all} fill="none" />
            <Ticks layout={layout} className="timeline-ticks past" />
          </g>
          <Labels groups={groups} layout={layout} />
          <rect
            className="timeline-current"
            x={at.x - (Math.max(5, at.width) - at.width) / 2}
            y={height.line - height.current}
            width={Math.max(5, at.width)}
            height={height.current}
            rx={1.5}
          />
        </svg>
      </div>
      <span className="timeline-count">
        {current + 1} / {steps.length}
      </span>
      {after}
      {read === null ? null : (
        <Tip anchor={() => markOf(line.current, stepBox(read, layout))}>
          {t("figure.timeline.step", { step: read + 1, steps: steps.length, name: nameOf(read) })}
        </Tip>
      )}
    </div>
  );
}

const keySteps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 };

/** Drawn again only when the steps or the width change, for a step changes the cut and not the ticks. */
const Ticks = memo(function Ticks({
  layout,
  className,
}: {
  readonly layout: TimelineLayout;
  readonly className: string;
}) {
  const top = height.line - height.tick;
  const path = layout.ticks.map(
    ({ x, width }) => `M${x.toFixed(2)} ${top}h${width.toFixed(2)}v${height.tick}h${(-width).toFixed(2)}z`,
  );
  return <path className={className} d={path.join("")} />;
});

interface LabelsProps {
  readonly groups: readonly TimelineGroup[];
  readonly layout: TimelineLayout;
}

const Labels = memo(function Labels({ groups, layout }: LabelsProps) {
  const { t } = useTranslation();
  const font = `11px ${pagePalette().face}`;
  return groups.map((group, index) => {
    const { x, width } = layout.spans[index] ?? { x: 0, width: 0 };
    const block = { layer: (group.layer ?? 0) + 1 };
    const stack = group.stack ?? "decoder";
    const name = group.kind === "block" ? t(`figure.timeline.${stack}`, block) : t(`figure.timeline.${group.kind}`);
    const shortName = t(`figure.timeline.${group.kind === "block" ? stack : group.kind}.short`, block);
    const text = [name, shortName].find((candidate) => widest([candidate], font) <= width);
    return text === undefined ? null : (
      <text key={group.first} className="timeline-label" x={x} y={height.all - 4}>
        {text}
      </text>
    );
  });
});

function markOf(line: HTMLElement | null, { x, width }: { readonly x: number; readonly width: number }) {
  const corner = line?.getBoundingClientRect();
  return corner ? { x: corner.x + x, y: corner.y, width, height: height.all } : null;
}
