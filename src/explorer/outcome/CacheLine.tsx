import { useTranslation } from "../../i18n";
import { tokenCost } from "../../model/explain/totals";
import { useExplanations, useTrace } from "../../state/useAsked";

/** What writing the newest token took, and would take if keys and values of the earlier ones were kept. */
export function CacheLine({ tokens }: { readonly tokens: number }) {
  const { t, i18n } = useTranslation();
  const steps = useTrace();
  const explanations = useExplanations();
  if (!steps || !explanations) return null;
  const costed = steps.flatMap((step) => {
    const said = explanations[step.name];
    return said ? [{ ...step, cost: said.cost, newestCost: said.newestCost }] : [];
  });
  const { anew, kept, keptBytes } = tokenCost(costed);
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
