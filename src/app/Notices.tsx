import { Button } from "react-aria-components";
import { backends } from "../engine/protocol";
import { isMessageKey, useTranslation } from "../i18n";
import type { Notice } from "../state/scene";
import { useApp } from "../state/useApp";

/** What happened without the visitor's doing; each stays until it is dismissed. */
export function Notices() {
  const { t } = useTranslation();
  const notices = useApp((state) => state.notices);
  const dismiss = useApp((state) => state.dismiss);
  return (
    <section className="notices" role="status" aria-label={t("app.notices")}>
      {notices.map((notice) => (
        <p key={notice.id} className="notice">
          <NoticeText notice={notice} />
          <Button className="tool" aria-label={t("app.dismiss")} onPress={() => dismiss(notice.id)}>
            {t("app.close")}
          </Button>
        </p>
      ))}
    </section>
  );
}

function NoticeText({ notice: { key, values } }: { readonly notice: Notice }) {
  const { t } = useTranslation();
  if (!isMessageKey(key)) return null;
  const named = Object.entries(values).map(([name, value]) => {
    const backend = backends.find((code) => code === value);
    return [name, backend ? t(`backend.${backend}`) : value] as const;
  });
  return <span>{t(key, Object.fromEntries(named))}</span>;
}
