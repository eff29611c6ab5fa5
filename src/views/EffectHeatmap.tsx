/** What the output loses without each head: a heatmap of layers by heads, and the heads in order of their effect. */
import { useMemo } from "react";
import type { Theme } from "../geometry/colour";
import { full, significant } from "../geometry/format";
import { extentOf } from "../geometry/shades";
import { useTranslation } from "../i18n";
import { BarList } from "./BarList";
import { HeadGrid, type HeadPlace, type HeadSwitching } from "./HeadGrid";
import "./effects.css";

export interface EffectRow {
  /** Such as "block 1". */
  readonly label: string;
  /** One number a head; null for a head that has not been tried yet. */
  readonly effects: readonly (number | null)[];
}

interface Props {
  readonly rows: readonly EffectRow[];
  /** What the numbers are, such as “KL divergence in nats”. */
  readonly unit: string;
  /** Accessible name. */
  readonly label: string;
  readonly theme: Theme;
  readonly selected: HeadPlace | null;
  readonly onSelect: (place: HeadPlace) => void;
  readonly off?: readonly HeadPlace[] | undefined;
  readonly switches?: HeadSwitching | undefined;
  /** Heads that are ranked; 10 unless told. */
  readonly most?: number | undefined;
}

const none: readonly HeadPlace[] = [];
const noPattern = new Float32Array();

export function EffectHeatmap({
  rows,
  unit,
  label,
  theme,
  selected,
  onSelect,
  off = none,
  switches,
  most = 10,
}: Props) {
  const { t } = useTranslation();
  const heads = Math.max(0, ...rows.map(({ effects }) => effects.length));
  const grid = useMemo(
    () =>
      rows.map(({ label: name, effects }) => ({
        label: name,
        heads: effects.length,
        queries: 0,
        keys: 0,
        pattern: noPattern,
      })),
    [rows],
  );
  const values = useMemo(() => {
    const data = new Float32Array(rows.length * heads).fill(Number.NaN);
    for (const [row, { effects }] of rows.entries()) {
      for (const [head, effect] of effects.entries()) data[row * heads + head] = effect ?? Number.NaN;
    }
    return { data, extent: extentOf(data) };
  }, [rows, heads]);
  const ranked = useMemo(
    () =>
      rows
        .flatMap(({ effects }, row) => effects.map((effect, head) => ({ row, head, effect })))
        .filter((entry): entry is HeadPlace & { readonly effect: number } => entry.effect !== null)
        .sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect))
        .slice(0, most),
    [rows, most],
  );
  const idOf = ({ row, head }: HeadPlace) => `${row} ${head}`;
  return (
    <div className="effects">
      <HeadGrid
        rows={grid}
        values={values}
        valueName={unit}
        label={label}
        theme={theme}
        selected={selected}
        onSelect={onSelect}
        off={off}
        switches={switches}
      />
      {ranked.length === 0 ? null : (
        <div className="effects-ranking">
          <p className="figure-heading">{t("figure.ranking", { unit })}</p>
          <BarList
            label={t("figure.ranking", { unit })}
            signed
            rows={ranked.map(({ row, head, effect }) => {
              const name = t("figure.head", { layer: rows[row]?.label ?? "", head: head + 1 });
              const words = t("figure.named", { name, what: unit, value: full(effect) });
              return { id: idOf({ row, head }), label: name, value: effect, text: significant(effect), words };
            })}
            selected={selected && idOf(selected)}
            onSelect={(id) => {
              const place = ranked.find((entry) => idOf(entry) === id);
              if (place) onSelect({ row: place.row, head: place.head });
            }}
          />
        </div>
      )}
    </div>
  );
}
