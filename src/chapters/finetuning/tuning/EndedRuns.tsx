/** The runs of this visit that came to an end, beside each other. */
import { megabytes, percent } from "../../../geometry/format";
import { useTranslation } from "../../../i18n";
import { firstScore, lastScore } from "../../../state/tuning/run";
import type { TuningRun } from "../../../state/tuning/state";
import { useTuning } from "../../../state/tuning/useTuning";
import { Scrolled } from "./Scrolled";
import { methodText } from "./words";

const columns = ["method", "start", "labels", "trainable", "accuracy", "old", "steps", "seconds", "bytes"] as const;

export function EndedRuns() {
  const { t } = useTranslation();
  const ended = useTuning((state) => state.ended);
  if (ended.length === 0) return null;
  const cells = (run: TuningRun) => {
    const { plan, costs, latest, seconds } = run;
    const [first, last] = [firstScore(run), lastScore(run)];
    const scored = latest?.over !== "diverged" && first && last;
    return [
      t(`tune.start.${plan.start}`),
      costs.examples.toLocaleString("en"),
      `${costs.trainable.toLocaleString("en")} (${percent(costs.trainable / costs.all)})`,
      scored ? percent(last.accuracy) : "–",
      scored ? `${percent(first.old.accuracy)} → ${percent(last.old.accuracy)}` : "–",
      String(latest?.step ?? 0),
      seconds.toFixed(1),
      megabytes(latest?.bytes ?? 0),
    ];
  };
  return (
    <div>
      <h5 id="tune-ended">{t("tune.ended")}</h5>
      <p className="soft small">{t("tune.ended.say")}</p>
      <Scrolled labelledBy="tune-ended">
        <table className="tune-ended">
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {t(`tune.ended.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ended.map((run) => (
              <tr key={run.id}>
                <th scope="row">
                  {methodText(t, run.plan)}
                  <span className="soft small"> {t(`tune.goal.${run.plan.goal}`)}</span>
                </th>
                {cells(run).map((cell, index) => (
                  <td key={columns[index + 1]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
    </div>
  );
}
