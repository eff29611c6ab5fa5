/** The attention of one head of one's choice before any step and now. */
import { useState } from "react";
import { attentionName } from "../../../explorer/labels";
import { useTheme } from "../../../explorer/theme";
import { Choice } from "../../../explorer/training/Fields";
import { useTranslation } from "../../../i18n";
import type { TuningLook } from "../../../model/tuning/progress";
import { ColourLegend } from "../../../views/ColourLegend";
import { MatrixView } from "../../../views/MatrixView";

interface Props {
  readonly look: TuningLook;
  /** Whether nothing that attends has learned. */
  readonly same: boolean;
}

export function HeadBefore({ look, same }: Props) {
  const { t } = useTranslation();
  const theme = useTheme();
  const [layer, setLayer] = useState(look.after.length - 1);
  const [head, setHead] = useState(0);
  const heads = look.after[layer]?.heads ?? 0;
  return (
    <>
      <h5>{t("tune.heads")}</h5>
      {same ? <p className="soft small">{t("tune.heads.same")}</p> : null}
      <div className="tune-fields long">
        <Choice
          label={t("tune.heads.block")}
          options={look.after.map((one, index) => ({ value: String(index), text: attentionName(t, one) }))}
          value={String(layer)}
          onChange={(next) => setLayer(Number(next))}
        />
        <Choice
          label={t("tune.heads.head")}
          options={Array.from({ length: heads }, (_, index) => ({ value: String(index), text: String(index + 1) }))}
          value={String(head)}
          onChange={(next) => setHead(Number(next))}
        />
      </div>
      <div className="chapter-pair">
        {(["before", "after"] as const).map((when) => {
          const shown = look[when][layer];
          if (!shown) return null;
          const size = shown.queries * shown.keys;
          return (
            <div key={when}>
              <p className="soft small">{t(`tune.${when}`)}</p>
              <MatrixView
                data={shown.pattern.subarray(head * size, (head + 1) * size)}
                rowLabels={look.tokens}
                columnLabels={look.tokens}
                label={t("tune.heads.label", {
                  when: t(`tune.${when}`),
                  block: attentionName(t, shown),
                  head: head + 1,
                })}
                theme={theme}
                scale="probability"
                maxHeight={360}
              />
            </div>
          );
        })}
      </div>
      <ColourLegend scale="probability" extent={1} />
    </>
  );
}
