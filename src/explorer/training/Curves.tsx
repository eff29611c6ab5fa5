/** Loss and accuracy over the steps so far. */
import { useMemo, useState } from "react";
import { useTranslation } from "../../i18n";
import { isPicture } from "../../model/training/plan";
import type { Point } from "../../model/training/progress";
import { useTraining } from "../../state/training/useTraining";
import { LineChart } from "../../views/LineChart";
import { Comparison, useCompared } from "./Comparison";

type Scores = NonNullable<Point["scores"]>;

const losses = [
  ["train.curve.trained", ({ trained }: Scores) => trained.loss],
  ["train.curve.heldOut", ({ heldOut }: Scores) => heldOut.loss],
] as const;
const accuracies = [
  ["train.curve.tokensTrained", ({ trained }: Scores) => trained.accuracy],
  ["train.curve.tokens", ({ heldOut }: Scores) => heldOut.accuracy],
  ["train.curve.exact", ({ heldOut }: Scores) => heldOut.exact],
] as const;
/** A picture has one answer, which is whole or wrong. */
const pictures = [
  ["train.curve.trained", ({ trained }: Scores) => trained.accuracy],
  ["train.curve.heldOut", ({ heldOut }: Scores) => heldOut.accuracy],
] as const;
type Line = typeof losses | typeof accuracies | typeof pictures;

export function Curves() {
  const { t } = useTranslation();
  const points = useTraining((state) => state.points);
  const pictured = useTraining((state) => isPicture(state.plan.task));
  const compared = useCompared();
  if (compared) return <Comparison runs={compared} />;
  if (points.length < 2) return <p className="soft">{t("train.curve.empty")}</p>;
  const accuracy = t(pictured ? "train.accuracy.pictures" : "train.accuracy");
  return (
    <>
      <section aria-labelledby="train-loss">
        <h3 id="train-loss" className="heading">
          {t("train.loss")}
        </h3>
        <p className="soft small">{t("train.loss.help")}</p>
        <Curve points={points} lines={losses} label={t("train.loss")} />
      </section>
      <section aria-labelledby="train-accuracy">
        <h3 id="train-accuracy" className="heading">
          {accuracy}
        </h3>
        <Curve points={points} lines={pictured ? pictures : accuracies} label={accuracy} />
      </section>
    </>
  );
}

interface Props {
  readonly points: readonly Point[];
  readonly lines: readonly (readonly [Line[number][0], (scores: Scores) => number])[];
  readonly label: string;
}

function Curve({ points, lines, label }: Props) {
  const { t } = useTranslation();
  const look = useTraining((state) => state.look?.step ?? null);
  const [selected, setSelected] = useState<number | null>(null);
  const [data, steps] = useMemo(() => {
    const scored = points.flatMap(({ step, scores }) => (scores ? [{ step, scores }] : []));
    const values = lines.flatMap(([, read]) => scored.map(({ scores }) => read(scores)));
    return [Float32Array.from(values), scored.map(({ step }) => step)];
  }, [points, lines]);
  return (
    <LineChart
      data={data}
      rowLabels={lines.map(([key]) => t(key))}
      columnLabels={steps.map(String)}
      columnPlaces={steps}
      label={label}
      selected={selected}
      onSelect={setSelected}
      height={190}
      mark={look}
      named
    />
  );
}
