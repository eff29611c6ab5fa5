import { megabytes } from "../../geometry/format";
import { useTranslation } from "../../i18n";
import { useApp } from "../../state/useApp";
import { LoadingBar } from "./LoadingBar";

/** How much of a model has come. The one at hand goes on working, so loading another can be given up. */
export function LoadingLine() {
  const { t } = useTranslation();
  const loading = useApp((state) => state.loading);
  const locale = useApp((state) => state.settings.locale);
  const title = useApp((state) => state.models.find(({ name }) => name === state.loading?.name)?.title);
  const replaces = useApp((state) => state.run !== null);
  const cancel = useApp((state) => state.cancelLoading);
  if (!loading) return null;
  const { name, received, total } = loading;
  const progress = t("models.progress", {
    title: title?.[locale] ?? name,
    received: megabytes(received),
    total: megabytes(total),
  });
  return (
    <div className="model-loading">
      <LoadingBar
        label={t("models.loading", { title: title?.[locale] ?? name })}
        figures={progress}
        received={received}
        total={total}
      />
      {replaces ? (
        <button type="button" className="tool" onClick={cancel}>
          {t("models.cancel")}
        </button>
      ) : null}
    </div>
  );
}
