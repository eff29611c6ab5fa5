/** What the plan would cost, before it is tried. */
import { megabytes, percent, size } from "../../../geometry/format";
import { useTranslation } from "../../../i18n";
import { baseOf } from "../../../model/tuning/plan";
import { bytesOf } from "../../../state/models";
import { useTuning } from "../../../state/tuning/useTuning";
import { useApp } from "../../../state/useApp";
import { Numbers } from "./Numbers";

export function Costs() {
  const { t, i18n } = useTranslation();
  const costs = useTuning((state) => state.costs);
  const goal = useTuning((state) => state.plan.goal);
  const load = useTuning((state) => state.load);
  const entry = useApp((state) => state.models.find(({ name }) => name === baseOf[goal]));
  if (!costs) {
    const title = (i18n.language === "en" ? entry?.title.en : entry?.title["zh-Hans"]) ?? baseOf[goal];
    return (
      <p className="chapter-controls">
        <button type="button" className="tool" disabled={!entry} onClick={() => void load()}>
          {t("tune.load", { model: title, bytes: entry ? megabytes(bytesOf(entry)) : "" })}
        </button>
        <span className="soft small">{t("tune.load.why")}</span>
      </p>
    );
  }
  const { trainable, all, bytes } = costs;
  return (
    <Numbers
      label={t("tune.costs")}
      rows={[
        [
          t("tune.trainable"),
          `${trainable.toLocaleString("en")} / ${all.toLocaleString("en")} (${percent(trainable / all)})`,
        ],
        [t("tune.bytes.weights"), size(bytes.weights)],
        [t("tune.bytes.slopes"), size(bytes.slopes)],
        [t("tune.bytes.moments"), size(bytes.moments)],
      ]}
    />
  );
}
