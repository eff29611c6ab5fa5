/** Where a run stands: the new task, the old one before and now, and what it takes. */
import { megabytes, percent, significant } from "../../../geometry/format";
import { useTranslation } from "../../../i18n";
import { firstScore, lastScore } from "../../../state/tuning/run";
import type { TuningRun } from "../../../state/tuning/runs";
import { Numbers } from "./Numbers";
import { runText } from "./words";

export function Standings({ run }: { readonly run: TuningRun }) {
  const { t } = useTranslation();
  const [first, last] = [firstScore(run), lastScore(run)];
  const { latest, plan, seconds, points } = run;
  // Between two turns of scoring, and before the first step, there is no time of a step.
  if (!first || !last || !latest) return null;
  const change = (before: number, now: number, text: (value: number) => string) => `${text(before)} → ${text(now)}`;
  const rows: (readonly [string, string])[] = [
    [t(`tune.new.${plan.goal}`), change(first.accuracy, last.accuracy, percent)],
    [t("tune.new.loss"), change(first.loss, last.loss, significant)],
    [t(`tune.old.${plan.goal}`), change(first.old.accuracy, last.old.accuracy, percent)],
    [t("tune.old.loss"), change(first.old.loss, last.old.loss, significant)],
  ];
  if (points.length > 1) {
    rows.push(
      [t("tune.stepMs"), `${(latest.step > 0 ? (1000 * seconds) / latest.step : 0).toFixed(0)} ms`],
      [t("tune.seconds"), `${seconds.toFixed(1)} s`],
      [t("tune.held"), megabytes(latest.bytes)],
    );
  }
  return (
    <div>
      <h5>{runText(t, plan, run.costs.examples)}</h5>
      <Numbers label={t("tune.standings")} rows={rows} />
    </div>
  );
}
