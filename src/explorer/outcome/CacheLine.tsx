import { useTranslation } from "../../i18n";
import { tokenCost } from "../../model/explain/totals";
import { useCosts } from "../useCosts";

/** What writing the newest token took, and would take if keys and values of the earlier ones were kept. */
export function CacheLine({ tokens }: { readonly tokens: number }) {
  const { t, i18n } = useTranslation();
  const steps = useCosts();
  if (!steps) return null;
  const { anew, kept, keptBytes } = tokenCost(steps);
  const number = new Intl.NumberFormat(i18n.language);
  const all = { count: tokens, anew: number.format(anew.multiplyAdds) };
  return (
    <p className="soft small cache">
      {kept
        ? t("outcome.cache", { ...all, kept: number.format(kept.multiplyAdds), bytes: number.format(keptBytes) })
        : t("outcome.cache.none", all)}
    </p>
  );
}
