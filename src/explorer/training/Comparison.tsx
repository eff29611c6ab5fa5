/** Runs beside each other: a line for each, and in words what each has otherwise than the first. */
import { useMemo, useState } from "react";
import { useTranslation } from "../../i18n";
import { differences } from "../../model/training/differences";
import { isPicture } from "../../model/training/plan";
import type { Point } from "../../model/training/progress";
import type { Compared } from "../../state/training/state";
import { useTraining } from "../../state/training/useTraining";
import { LineChart } from "../../views/LineChart";
import { differenceText, runName } from "./words";

type Scores = NonNullable<Point["scores"]>;

const loss = ["train.numbers.heldOut", ({ heldOut }: Scores) => heldOut.loss] as const;
const accuracy = ({ heldOut }: Scores) => heldOut.accuracy;
const charts = [
  loss,
  ["train.numbers.accuracy", accuracy],
  ["train.numbers.exact", ({ heldOut }: Scores) => heldOut.exact],
] as const;
const pictureCharts = [loss, ["train.numbers.pictures", accuracy]] as const;

/** The runs that are drawn, the one at hand last; null where there is nothing to compare. */
export function useCompared(): readonly Compared[] | null {
  const compared = useTraining((state) => state.compared);
  const idle = useTraining((state) => state.status === "idle");
  const id = useTraining((state) => state.id);
  const plan = useTraining((state) => state.plan);
  const points = useTraining((state) => state.points);
  const saved = useTraining((state) => state.saved);
  return useMemo(() => {
    const nameOf = (run: string) => saved.find((one) => one.id === run)?.name ?? "";
    const others = compared.filter((run) => idle || run.id !== id).map((run) => ({ ...run, name: nameOf(run.id) }));
    if (others.length === 0) return null;
    return idle ? others : [...others, { id, name: nameOf(id), plan, points }];
  }, [compared, idle, id, plan, points, saved]);
}

export function Comparison({ runs }: { readonly runs: readonly Compared[] }) {
  const { t } = useTranslation();
  const letters = runs.map((_, index) => String.fromCharCode(65 + index));
  return (
    <>
      <section aria-labelledby="train-compared">
        <h3 id="train-compared" className="heading">
          {t("train.compared")}
        </h3>
        <ol className="train-legend">
          {runs.map((run, index) => (
            <Entry key={run.id} run={run} first={runs[0] ?? run} letter={letters[index] ?? ""} index={index} />
          ))}
        </ol>
      </section>
      {(runs.every(({ plan }) => isPicture(plan.task)) ? pictureCharts : charts).map(([key, read]) => (
        <section key={key} aria-label={t(key)}>
          <h3 className="heading">{t(key)}</h3>
          <Lines runs={runs} names={letters} read={read} label={t(key)} />
        </section>
      ))}
    </>
  );
}

interface EntryProps {
  readonly run: Compared;
  readonly first: Compared;
  readonly letter: string;
  readonly index: number;
}

function Entry({ run, first, letter, index }: EntryProps) {
  const { t } = useTranslation();
  const compare = useTraining((state) => state.compare);
  const current = useTraining((state) => state.status !== "idle" && state.id === run.id);
  const others = differences(run.plan, first.plan);
  const name = runName(t, run);
  return (
    <li>
      <b className={`train-letter named-${index}`}>{letter}</b> {name}
      {run === first ? null : (
        <span className="soft">
          {" – "}
          {others.length === 0
            ? t("train.compared.same")
            : others.map((difference) => differenceText(t, difference)).join("; ")}
        </span>
      )}
      {current ? null : (
        <button
          type="button"
          className="tool"
          aria-label={t("train.compared.away", { letter, run: name })}
          onClick={() => compare(run)}
        >
          ×
        </button>
      )}
    </li>
  );
}

interface LinesProps {
  readonly runs: readonly Compared[];
  readonly names: readonly string[];
  readonly read: (scores: Scores) => number;
  readonly label: string;
}

/** Every run has points at steps of its own. */
function Lines({ runs, names, read, label }: LinesProps) {
  const [selected, setSelected] = useState<number | null>(null);
  const [data, steps] = useMemo(() => {
    const all = new Set(runs.flatMap(({ points }) => points.flatMap(({ step, scores }) => (scores ? [step] : []))));
    const steps = [...all].sort((a, b) => a - b);
    const values = runs.flatMap(({ points }) => {
      const own = new Map(points.map(({ step, scores }) => [step, scores]));
      return steps.map((step) => {
        const scores = own.get(step);
        return scores ? read(scores) : Number.NaN;
      });
    });
    return [Float32Array.from(values), steps];
  }, [runs, read]);
  return (
    <LineChart
      data={data}
      rowLabels={names}
      columnLabels={steps.map(String)}
      columnPlaces={steps}
      label={label}
      selected={selected}
      onSelect={setSelected}
      height={190}
      named
    />
  );
}
