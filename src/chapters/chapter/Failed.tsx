/** What could not be fetched, and a way to try again. */
import { useTranslation } from "../../i18n";

export function Failed({ again }: { readonly again: () => void }) {
  const { t } = useTranslation();
  return (
    <p className="problem">
      {t("chapter.failed")}{" "}
      <button type="button" className="tool" onClick={again}>
        {t("status.retry")}
      </button>
    </p>
  );
}
