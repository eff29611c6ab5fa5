/** What chosen queries read together from each key, or how much each query reads from chosen keys. */
import { useRef, useState } from "react";
import { readByQueries, readFromKeys } from "../../geometry/attention";
import { full, weight } from "../../geometry/format";
import { useTranslation } from "../../i18n";
import { Picks } from "../../ui/Picks";
import { Segments } from "../../ui/Segments";
import { BarList, type BarRow } from "../../views/BarList";
import { SaveMenu } from "../SaveMenu";
import type { FigureProps } from "./shown";

const sides = ["queries", "keys"] as const;
type Side = (typeof sides)[number];

export function SumsFigure({ shown, pattern, title }: FigureProps) {
  const { t } = useTranslation();
  const { map, axes } = shown;
  const figure = useRef<HTMLDivElement>(null);
  const [side, setSide] = useState<Side>("queries");
  const [picked, setPicked] = useState<readonly number[] | null>(null);
  const chosen = (picked ?? [side === "queries" ? shown.row : (shown.key ?? 0)]).filter((token) => token < map[side]);
  const sums = side === "queries" ? readByQueries(pattern, map.keys, chosen) : readFromKeys(pattern, map.keys, chosen);
  const others = side === "queries" ? axes.keys : axes.queries;
  const names = chosen.map((token) => axes[side].labels[token]).join(", ");
  const rows = others.labels.map((label, index): BarRow => {
    const value = sums[index] ?? 0;
    return {
      id: String(index),
      label,
      language: others.language,
      value,
      text: weight(value),
      words: t(`attention.sums.${side}.row`, { token: label, names, value: full(value) }),
    };
  });
  return (
    <>
      <div className="looks">
        <Segments
          label={t("attention.sums")}
          value={side}
          onChange={(to) => {
            setSide(to);
            setPicked(null);
          }}
          options={sides.map((value) => ({ value, text: t(`attention.sums.${value}`) }))}
        />
        <Picks
          label={t(`attention.sums.${side}.pick`)}
          texts={axes[side].labels}
          language={axes[side].language}
          chosen={chosen}
          onChange={setPicked}
        />
      </div>
      <div className="sums" ref={figure}>
        <BarList rows={rows} label={t("attention.sums.label", { title, names })} />
      </div>
      <p className="legend soft small">{t(`attention.sums.${side}.help`)}</p>
      <SaveMenu
        title={t("attention.sums.label", { title, names })}
        matrix={() => ({ data: sums, rowLabels: [names], columnLabels: others.labels })}
        figure={figure}
      />
    </>
  );
}
