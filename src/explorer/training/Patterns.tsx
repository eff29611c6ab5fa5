/** The attention of every head on one held-out example, as it forms. */
import { useMemo, useState } from "react";
import { useTranslation } from "../../i18n";
import type { FormingPattern } from "../../model/training/progress";
import { useExamined } from "../../state/training/useSeen";
import { HeadGrid, type HeadPlace } from "../../views/HeadGrid";
import { PixelPicture } from "../../views/PixelPicture";
import { attentionName } from "../labels";
import { useTheme } from "../theme";

const none: readonly HeadPlace[] = [];

export function Patterns() {
  const { t } = useTranslation();
  const theme = useTheme();
  const patterns = useExamined((examined) => examined.patterns);
  const picture = useExamined((examined) => examined.pictures[0] ?? null);
  const [selected, setSelected] = useState<HeadPlace | null>(null);
  const pictured = picture !== null;
  const rows = useMemo(
    () => patterns?.map((one) => ({ ...(pictured ? besideLargest(one) : one), label: attentionName(t, one) })) ?? [],
    [patterns, pictured, t],
  );
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="train-patterns">
      <h3 id="train-patterns" className="heading">
        {t("train.patterns")}
      </h3>
      <p className="soft small">{t(picture ? "train.patterns.picture" : "train.patterns.help")}</p>
      {picture ? <PixelPicture pixels={picture.pixels} width={picture.size} height={picture.size} size={56} /> : null}
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

/** Each head's weights as shares of its largest: a class token's look is spread over many patches, each of which has little. */
function besideLargest({ pattern, heads, queries, keys, ...place }: FormingPattern): FormingPattern {
  const size = queries * keys;
  const shares = pattern.slice();
  for (let from = 0; from < shares.length; from += size) {
    const own = shares.subarray(from, from + size);
    const largest = Math.max(...own);
    for (const [index, value] of own.entries()) own[index] = value / largest;
  }
  return { ...place, heads, queries, keys, pattern: shares };
}
