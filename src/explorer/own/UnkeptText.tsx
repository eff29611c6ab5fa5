import { megabytes } from "../../geometry/format";
import { useTranslation } from "../../i18n";
import type { Unkept } from "../../state/own/storage";

/** Why a model that is open now will not be there on the next visit. */
export function UnkeptText({ title, reason }: { readonly title: string; readonly reason: Unkept }) {
  const { t } = useTranslation();
  const why =
    reason.kind === "forbidden"
      ? t("own.unkept.forbidden")
      : t(reason.left === null ? "own.unkept.fullUnknown" : "own.unkept.full", {
          needed: megabytes(reason.needed),
          left: megabytes(reason.left ?? 0),
        });
  return (
    <p role="status">
      {t("own.unkept", { title })} {why}
    </p>
  );
}
