/** How much of the model that is tuned has come, as the menu of models says it. */
import { LoadingBar } from "../../../explorer/models/LoadingBar";
import { megabytes } from "../../../geometry/format";
import { useTranslation } from "../../../i18n";
import { baseOf } from "../../../model/tuning/plan";
import { bytesOf } from "../../../state/models";
import { useTuning } from "../../../state/tuning/useTuning";
import { useApp } from "../../../state/useApp";

export function BaseLoading() {
  const { t } = useTranslation();
  const loading = useTuning((state) => state.loading);
  const locale = useApp((state) => state.settings.locale);
  const entry = useApp((state) => state.models.find(({ name }) => loading && name === baseOf[loading.goal]));
  if (!loading || !entry) return null;
  const [title, total] = [entry.title[locale], bytesOf(entry)];
  const { received } = loading;
  return (
    <div className="tune-loading">
      <LoadingBar
        label={t("models.loading", { title })}
        figures={t("models.progress", { title, received: megabytes(received), total: megabytes(total) })}
        {...{ received, total }}
      />
    </div>
  );
}
