/** The numbers of the moment, and what the last step did to each part of the model. */
import { full, significant } from "../../geometry/format";
import { useTranslation } from "../../i18n";
import { isPicture } from "../../model/training/plan";
import { rateAt } from "../../model/training/schedule";
import { groupsOf, pointOf, useExamined } from "../../state/training/useSeen";
import { useTraining } from "../../state/training/useTraining";

export function Numbers() {
  const { t } = useTranslation();
  const latest = useTraining((state) => state.latest);
  const look = useTraining((state) => state.look);
  const loss = useTraining((state) => pointOf(state)?.loss);
  const pictured = useTraining((state) => isPicture(state.plan.task));
  const schedule = useTraining((state) => state.plan.schedule);
  const score = useExamined((examined) => examined.score);
  const backend = useTraining((state) => state.backend);
  if (!latest) return null;
  const share = (value: number | undefined) => (value === undefined ? "–" : `${(100 * value).toFixed(1)} %`);
  const rows = [
    ["train.numbers.loss", loss === undefined ? "–" : significant(loss)],
    ["train.numbers.heldOut", score ? significant(score.loss) : "–"],
    ...(pictured
      ? ([["train.numbers.pictures", share(score?.accuracy)]] as const)
      : ([
          ["train.numbers.accuracy", share(score?.accuracy)],
          ["train.numbers.exact", share(score?.exact)],
        ] as const)),
    ["train.numbers.rate", significant(look ? rateAt(schedule, Math.max(0, look.step - 1)) : latest.point.rate)],
    ...(look
      ? []
      : ([
          ["train.numbers.speed", Math.round(latest.tokensPerSecond).toLocaleString()],
          ["train.numbers.steps", significant(latest.stepsPerSecond)],
          ["train.numbers.backend", backend ? t(`backend.${backend}`) : "–"],
        ] as const)),
  ] as const;
  return (
    <section aria-labelledby="train-numbers">
      <h3 id="train-numbers" className="heading">
        {look ? t("train.numbers.then", { step: look.step }) : t("train.numbers")}
      </h3>
      <dl className="train-numbers">
        {rows.map(([key, value]) => (
          <div key={key}>
            <dt>{t(key)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

export function Groups() {
  const { t } = useTranslation();
  const groups = useTraining(groupsOf);
  if (!groups || groups.length === 0) return null;
  return (
    <details className="train-groups">
      <summary>{t("train.groups")}</summary>
      <p className="soft small">{t("train.groups.help")}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("train.groups.part")}</th>
            <th scope="col">{t("train.groups.slope")}</th>
            <th scope="col">{t("train.groups.ratio")}</th>
          </tr>
        </thead>
        <tbody>
          {groups.map(({ name, slope, ratio }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td title={full(slope)}>{significant(slope)}</td>
              <td title={full(ratio)}>{significant(ratio)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
