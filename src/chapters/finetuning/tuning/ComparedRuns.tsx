/** Runs beside each other: those of this visit that came to an end, and saved ones that were put there. */
import { megabytes, percent } from "../../../geometry/format";
import { useTranslation } from "../../../i18n";
import { firstScore, lastScore } from "../../../state/tuning/run";
import type { TuningRun } from "../../../state/tuning/runs";
import { useTuning } from "../../../state/tuning/useTuning";
import { Scrolled } from "./Scrolled";
import { methodText } from "./words";

const columns = ["method", "start", "labels", "trainable", "accuracy", "old", "steps", "seconds", "bytes"] as const;

export function ComparedRuns() {
  const { t } = useTranslation();
  const compared = useTuning((state) => state.compared);
  if (compared.length === 0) return null;
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
      <h5 id="tune-compared">{t("tune.compared")}</h5>
      <p className="soft small">{t("tune.compared.say")}</p>
      <Scrolled labelledBy="tune-compared">
        <table className="tune-compared">
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {t(`tune.compared.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {compared.map((run) => (
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
