/** The attention of every head on one held-out example, as it forms. */
import { useMemo, useState } from "react";
import { useTranslation } from "../../i18n";
import { useExamined } from "../../state/training/useSeen";
import { HeadGrid, type HeadPlace } from "../../views/HeadGrid";
import { attentionName } from "../labels";
import { useTheme } from "../theme";

const none: readonly HeadPlace[] = [];

export function Patterns() {
  const { t } = useTranslation();
  const theme = useTheme();
  const patterns = useExamined((examined) => examined.patterns);
  const [selected, setSelected] = useState<HeadPlace | null>(null);
  const rows = useMemo(() => patterns?.map((one) => ({ ...one, label: attentionName(t, one) })) ?? [], [patterns, t]);
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="train-patterns">
      <h3 id="train-patterns" className="heading">
        {t("train.patterns")}
      </h3>
      <p className="soft small">{t("train.patterns.help")}</p>
      <HeadGrid
        rows={rows}
        label={t("train.patterns")}
        theme={theme}
        selected={selected}
        onSelect={setSelected}
        off={none}
      />
    </section>
  );
}
