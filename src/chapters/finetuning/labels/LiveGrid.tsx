/** A small grid that the visitor's own machine makes: few labels from both starts, in a few steps, one run after another. */
import { useState } from "react";
import { percent } from "../../../geometry/format";
import { useTranslation } from "../../../i18n";
import { curveOf, starts } from "../../../model/tuning/measuredGrid";
import { tuningTextsSchema } from "../../../model/tuning/texts";
import { gridPlans, gridSteps } from "../../../state/tuning/grid";
import { useTuning } from "../../../state/tuning/useTuning";
import { Segments } from "../../../ui/Segments";
import { SpreadChart } from "../../../views/SpreadChart";
import { useJson } from "../../chapter/useJson";
import { ShareTable } from "../ShareTable";
import { BaseLoading } from "../tuning/BaseLoading";
import { TuningProblem } from "../tuning/TuningProblem";

const counts = ["1", "2", "3"] as const;

export function LiveGrid() {
  const { t } = useTranslation();
  const [seeds, setSeeds] = useState<(typeof counts)[number]>("1");
  const status = useTuning((state) => state.status);
  const grid = useTuning((state) => state.grid);
  const failed = useTuning((state) => state.problem !== null);
  const startGrid = useTuning((state) => state.startGrid);
  const stopGrid = useTuning((state) => state.stopGrid);
  const done = grid.runs.length;
  const barred = grid.stopping || (status !== "idle" && status !== "grid");
  return (
    <section className="fine-grid" aria-labelledby="fine-grid">
      <h4 id="fine-grid" className="heading">
        {t("tune.grid")}
      </h4>
      <p>{t("tune.grid.say", { steps: gridSteps })}</p>
      <div className="chapter-controls">
        <Segments
          label={t("tune.grid.seeds")}
          options={counts.map((value) => ({ value, text: value }))}
          value={seeds}
          onChange={setSeeds}
        />
        <button
          type="button"
          className="tool"
          aria-disabled={barred}
          onClick={() => {
            if (!barred) void (status === "grid" ? stopGrid() : startGrid(gridPlans(Number(seeds))));
          }}
        >
          {t(status === "grid" ? "tune.stop" : "tune.grid.go")}
        </button>
        <p role="status" className="soft">
          {grid.stopping ? t("tune.stopping") : null}
          {status === "grid" && !grid.stopping ? t("tune.grid.at", { done, wanted: grid.wanted }) : null}
          {status !== "grid" && grid.wanted > 0 ? t("tune.grid.done", { done, wanted: grid.wanted }) : null}
          {status === "running" || status === "paused" ? t("tune.grid.wait") : null}
        </p>
        {failed ? (
          <p className="problem">
            <TuningProblem />
          </p>
        ) : null}
        {status === "grid" ? <BaseLoading /> : null}
      </div>
      {status === "grid" ? (
        <progress
          className="tune-progress"
          aria-label={t("tune.grid")}
          value={done * gridSteps + (grid.step ?? 0)}
          max={grid.wanted * gridSteps}
        />
      ) : null}
      {done > 0 ? <Points /> : null}
    </section>
  );
}

function Points() {
  const { t } = useTranslation();
  const runs = useTuning((state) => state.grid.runs);
  const file = useJson("texts/tuning.json", tuningTextsSchema);
  if (file.kind !== "ready") return null;
  const curves = starts.map((start) => curveOf({ runs: [...runs] }, start));
  const series = starts.map((start, index) => ({
    name: t(`fine.start.${start}`),
    points: (curves[index] ?? []).map(({ labels, accuracies, ...point }) => ({
      ...{ at: labels, mean: point.mean, low: point.low, high: point.high },
      singles: accuracies,
    })),
  }));
  const classes = file.value.classes.labels.length;
  return (
    <div className="fine-measured">
      <SpreadChart
        series={series}
        label={t("tune.grid.figure")}
        axis={t("fine.labels.axis")}
        logarithmic
        band
        chance={{ share: 1 / classes, name: t("fine.chance", { percent: percent(1 / classes) }) }}
      />
      <ShareTable
        caption={t("tune.grid.figure")}
        axis={t("fine.labels.axis")}
        columns={series.map(({ name }) => name)}
        rows={[...new Set(runs.map(({ labels }) => labels))]
          .sort((a, b) => a - b)
          .map((labels) => ({
            at: labels,
            cells: curves.map((curve) => {
              const point = curve.find((one) => one.labels === labels);
              return point ? percent(point.mean) : "–";
            }),
          }))}
      />
    </div>
  );
}
