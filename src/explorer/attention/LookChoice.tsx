/** Which figure, which numbers, which heads together. */
import { memo } from "react";
import type { HeadMerge } from "../../geometry/attention";
import { useTranslation } from "../../i18n";
import { figures, type Look } from "../../state/look";
import { useApp } from "../../state/useApp";
import { Picks } from "../../ui/Picks";
import { Segments } from "../../ui/Segments";

const merges = ["one", "mean", "max"] as const satisfies readonly (HeadMerge | "one")[];

interface Props {
  /** How many the attention has. */
  readonly heads: number;
  /** Numbers that it goes through. */
  readonly stages: readonly Look["stage"][];
  readonly look: Look;
}

/** Nothing of it is drawn again for a new answer. */
export const LookChoice = memo(function LookChoice({ heads, stages, look }: Props) {
  const { t } = useTranslation();
  const lookAt = useApp((state) => state.lookAt);
  const all = Array.from({ length: heads }, (_, head) => head);
  return (
    <div className="looks">
      <Segments
        label={t("attention.figure")}
        value={look.figure}
        onChange={(figure) => lookAt({ figure })}
        options={figures.map((value) => ({
          value,
          text: t(`attention.figure.${value}`),
          help: t(`attention.figure.${value}.help`),
        }))}
      />
      {look.figure === "heatmap" ? (
        <Segments
          label={t("attention.stage")}
          value={look.stage}
          onChange={(stage) => lookAt({ stage })}
          options={stages.map((value) => ({
            value,
            text: t(`attention.stage.${value}`),
            help: t(`attention.stage.${value}.help`),
          }))}
        />
      ) : null}
      {look.figure === "products" || heads < 2 ? null : (
        <Segments
          label={t("attention.merge")}
          value={look.merge?.by ?? "one"}
          onChange={(by) => lookAt({ merge: by === "one" ? null : { by, heads: look.merge?.heads ?? all } })}
          options={merges.map((value) => ({
            value,
            text: t(`attention.merge.${value}`),
            help: t(`attention.merge.${value}.help`),
          }))}
        />
      )}
      {look.merge && look.figure !== "products" ? (
        <Picks
          label={t("attention.heads")}
          texts={all.map((head) => String(head + 1))}
          names={all.map((head) => t("place.headShort", { head: head + 1 }))}
          chosen={look.merge.heads}
          onChange={(chosen) => lookAt({ merge: look.merge && { ...look.merge, heads: chosen } })}
        />
      ) : null}
    </div>
  );
});
