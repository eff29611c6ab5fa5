/** What pretraining buys: accuracy against the number of labels, from the pretrained weights and from random ones. */
import { percent } from "../../../geometry/format";
import { useTranslation } from "../../../i18n";
import { curveOf, labelsFor, starts, type TuningGrid, tuningGridSchema } from "../../../model/tuning/measuredGrid";
import { SpreadChart } from "../../../views/SpreadChart";
import { Failed } from "../../chapter/Failed";
import { useJson } from "../../chapter/useJson";
import { ShareTable } from "../ShareTable";

/** The number of labels that is spoken of. */
const few = 30;

export function Labels() {
  const file = useJson("texts/tuning-grid.json", tuningGridSchema);
  if (file.kind === "failed") return <Failed again={file.again} />;
  if (file.kind === "waiting") return <div className="skeleton" aria-hidden="true" />;
  return <Grid grid={file.value} />;
}

function Grid({ grid }: { readonly grid: TuningGrid }) {
  const { t } = useTranslation();
  const { classes, heldOut, plan, command, machine } = grid;
  const [pretrained, random] = [curveOf(grid, "pretrained"), curveOf(grid, "random")];
  const series = starts.map((start) => ({
    name: t(`fine.start.${start}`),
    points: (start === "pretrained" ? pretrained : random).map(({ labels, accuracies, mean, low, high }) => ({
      ...{ at: labels, mean, low, high },
      singles: accuracies,
    })),
  }));
  const counts = [...new Set(grid.runs.map(({ labels }) => labels))].sort((a, b) => a - b);
  const hundredths = (share: number) => (100 * share).toFixed(1);
  const cell = (curve: typeof pretrained, labels: number) => {
    const point = curve.find((one) => one.labels === labels);
    // Word joiners: a line does not end within the brackets.
    return point ? `${percent(point.mean)} (${hundredths(point.low)}\u2060–\u2060${hundredths(point.high)})` : "–";
  };
  const seeds = Math.min(...[...pretrained, ...random].map(({ accuracies }) => accuracies.length));
  const seconds = grid.runs.reduce((sum, run) => sum + run.seconds, 0) / grid.runs.length;
  const how = t("fine.labels.how", {
    ...{ seeds, steps: plan.steps, batch: plan.batch, rate: plan.rate, classes: classes.length, machine },
    heldOut: heldOut.toLocaleString("en"),
    seconds: seconds.toFixed(0),
  });
  // What the file says of the machine is in English on every page.
  const [before, after] = how.split(machine);
  return (
    <div className="fine-measured">
      <SpreadChart
        series={series}
        label={t("fine.labels.figure")}
        axis={t("fine.labels.axis")}
        logarithmic
        band
        chance={{ share: 1 / classes.length, name: t("fine.chance", { percent: percent(1 / classes.length) }) }}
      />
      <ShareTable
        caption={t("fine.labels.figure")}
        axis={t("fine.labels.axis")}
        columns={series.map(({ name }) => name)}
        rows={counts.map((labels) => ({ at: labels, cells: [cell(pretrained, labels), cell(random, labels)] }))}
      />
      <Buys pretrained={pretrained} random={random} />
      <p className="soft small">
        {before}
        <span lang="en">{machine}</span>
        {after} <code>{command}</code>
      </p>
    </div>
  );
}

interface Curves {
  readonly pretrained: ReturnType<typeof curveOf>;
  readonly random: ReturnType<typeof curveOf>;
}

/** How many labels the random start needs for what the pretrained one makes of few. */
function Buys({ pretrained, random }: Curves) {
  const { t } = useTranslation();
  const point = pretrained.find(({ labels }) => labels === few);
  const most = random.at(-1);
  if (!point || !most) return null;
  const needed = labelsFor(random, point.mean);
  const numbers = { few, reached: percent(point.mean) };
  // The random start being no worse, nothing was bought.
  if (needed !== null && needed <= few) return null;
  return (
    <p>
      {needed === null
        ? t("fine.labels.never", { ...numbers, most: most.labels.toLocaleString("en"), share: percent(most.mean) })
        : t("fine.labels.needs", { ...numbers, needed: needed.toLocaleString("en") })}
    </p>
  );
}
