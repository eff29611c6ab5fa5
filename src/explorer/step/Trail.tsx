import { Fragment } from "react";
import type { TraceStep } from "../../engine/protocol";
import { useTranslation } from "../../i18n";
import { operandName, type PlaceLabel } from "../../views/derivationContext";

/** A cell of a step that was left to follow one of its operands. */
export interface TrailStop {
  readonly step: string;
  readonly value: string;
  readonly cell: readonly number[];
}

interface Props {
  readonly stops: readonly TrailStop[];
  readonly now: TrailStop;
  /** Back to the stop of that number. */
  readonly onGo: (stop: number) => void;
  readonly label: PlaceLabel;
  readonly trace: readonly TraceStep[];
}

/** The way from the number that was asked about first to the one that is taken apart now. */
export function Trail({ stops, now, onGo, label, trace }: Props) {
  const { t } = useTranslation();
  const nameOf = ({ step, value, cell }: TrailStop) => {
    const axes = trace.find(({ name }) => name === step)?.axes ?? [];
    const places = cell.flatMap((place, dimension) => {
      const axis = axes[dimension];
      return axis === undefined || axis === "B" ? [] : [label(axis, place) ?? String(axis === "H" ? place + 1 : place)];
    });
    return `${operandName(t, { from: "step", value })} [${places.join(", ")}]`;
  };
  return (
    <nav className="trail small" aria-label={t("step.trail")}>
      {stops.map((stop, index) => (
        <Fragment key={index}>
          <button type="button" className="trail-stop" onClick={() => onGo(index)}>
            {nameOf(stop)}
          </button>
          <span aria-hidden="true"> ← </span>
        </Fragment>
      ))}
      <span aria-current="step">{nameOf(now)}</span>
    </nav>
  );
}
