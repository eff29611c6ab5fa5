/** Loss and accuracy over the steps so far, on the new task and on the old one. */
import { useMemo, useState } from "react";
import { useTranslation } from "../../../i18n";
import type { TuningPoint, TuningRun } from "../../../state/tuning/runs";
import { LineChart } from "../../../views/LineChart";

// What both charts have comes first, so that it looks alike in both.
const losses = [
  ["tune.curve.new", ({ score }: TuningPoint) => score?.loss ?? null],
  ["tune.curve.old", ({ score }: TuningPoint) => score?.old.loss ?? null],
  ["tune.curve.batches", ({ loss }: TuningPoint) => loss],
] as const;
const accuracies = [
  ["tune.curve.new", ({ score }: TuningPoint) => score?.accuracy ?? null],
  ["tune.curve.old", ({ score }: TuningPoint) => score?.old.accuracy ?? null],
] as const;

export function TuningCurves({ run }: { readonly run: TuningRun }) {
  const { t } = useTranslation();
  if (run.points.length < 2) return null;
  return (
    <div className="chapter-pair">
      <section aria-labelledby="tune-loss">
        <h5 id="tune-loss">{t("tune.loss")}</h5>
        <Curve points={run.points} lines={losses} label={t("tune.loss")} />
      </section>
      <section aria-labelledby="tune-accuracy">
        <h5 id="tune-accuracy">{t("tune.accuracy")}</h5>
        <Curve points={run.points} lines={accuracies} label={t("tune.accuracy")} />
      </section>
    </div>
  );
}

interface Props {
  readonly points: readonly TuningPoint[];
  readonly lines: typeof losses | typeof accuracies;
  readonly label: string;
}

function Curve({ points, lines, label }: Props) {
  const { t } = useTranslation();
  const [selected, setSelected] = useState<number | null>(null);
  // A point that a line has no value at is left out of it.
  const data = useMemo(
    () => Float32Array.from(lines.flatMap(([, read]) => points.map((point) => read(point) ?? Number.NaN))),
    [points, lines],
  );
  return (
    <LineChart
      data={data}
      rowLabels={lines.map(([key]) => t(key))}
      columnLabels={points.map(({ step }) => String(step))}
      columnPlaces={points.map(({ step }) => step)}
      label={label}
      selected={selected}
      onSelect={setSelected}
      height={190}
      named
    />
  );
}
