import { useTranslation } from "../../i18n";
import { useApp } from "../../state/useApp";

/** Where the last answer was computed, and what it took. */
export function RunInfo() {
  const { t } = useTranslation();
  const run = useApp((state) => state.run);
  const backend = useApp((state) => state.backend);
  if (!run || !backend) return null;
  const { operations, recomputed, passMilliseconds } = run;
  const milliseconds = passMilliseconds.toFixed(1);
  return (
    <p className="run-info" data-backend={backend}>
      <span className="hidden">{t("run.label")}: </span>
      {t("run.info", { backend: t(`backend.${backend}`), operations, recomputed, milliseconds })}
    </p>
  );
}
