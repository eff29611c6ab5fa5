/**
 * Why a query reads a key, dimension by dimension (the "neuron view" of BertViz, https://arxiv.org/abs/1906.05714): both
 * vectors, their products, the running sum, and the same products for every key with the scores that they add up to.
 */
import { useMemo, useState } from "react";
import type { Theme } from "../geometry/colour";
import { dotProduct } from "../geometry/dotProduct";
import { full, short, weight } from "../geometry/format";
import type { MatrixCell } from "../geometry/matrixLayout";
import { extentOf } from "../geometry/shades";
import { useTranslation } from "../i18n";
import { BarList, type BarRow } from "./BarList";
import { MatrixView } from "./MatrixView";
import "./neuron.css";

interface Props {
  /** [D] */
  readonly query: Float32Array;
  /** [K, D], row-major. */
  readonly keys: Float32Array;
  readonly queryLabel: string;
  readonly keyLabels: readonly string[];
  /** BCP 47 of the keys. */
  readonly keyLanguage: string;
  /** The weights that the softmax made of the scores, [K]. */
  readonly weights: Float32Array;
  /** Keys that the query may not read. */
  readonly masked: (key: number) => boolean;
  readonly selectedKey: number;
  readonly onSelectKey: (key: number) => void;
  /** Accessible name. */
  readonly label: string;
  readonly theme: Theme;
}

const labelWidth = 120;

export function NeuronView(props: Props) {
  const { query, keys, keyLabels, weights, masked, selectedKey, onSelectKey, theme } = props;
  const { t } = useTranslation();
  const [read, setRead] = useState<MatrixCell | null>(null);
  const width = query.length;
  const dimensions = useMemo(() => Array.from({ length: width }, (_, index) => String(index)), [width]);
  const { products, running, scores } = useMemo(() => dotProduct(query, keys), [query, keys]);
  const extents = useMemo(
    () => ({
      vectors: Math.max(extentOf(query), extentOf(keys)),
      products: extentOf(products),
    }),
    [query, keys, products],
  );
  if (keyLabels.length === 0 || width === 0) return <p className="figure-empty">{t("figure.empty")}</p>;
  const key = Math.min(selectedKey, keyLabels.length - 1);
  const ofKey = (rows: Float32Array) => rows.subarray(key * width, (key + 1) * width);
  const strips = [
    { name: t("figure.neuron.query", { text: props.queryLabel }), data: query, extent: extents.vectors, tone: "query" },
    {
      name: t("figure.neuron.key", { text: keyLabels[key] ?? "" }),
      data: ofKey(keys),
      extent: extents.vectors,
      tone: "key",
    },
    { name: t("figure.neuron.product"), data: ofKey(products), extent: extents.products, tone: "plain" },
    { name: t("figure.neuron.running"), data: ofKey(running), extent: extentOf(ofKey(running)), tone: "plain" },
  ] as const;
  const lit = read ? { column: read.column } : null;
  const common = { scale: "signed", density: "compact", numbered: true, labelWidth, theme, onHover: setRead } as const;
  const rows = scores.map((score, index): BarRow => {
    const names = { text: keyLabels[index] ?? "", score: full(score) };
    const share = weights[index] ?? 0;
    const scaled = full(score / Math.sqrt(width));
    return {
      id: String(index),
      label: names.text,
      language: props.keyLanguage,
      value: score,
      text: `${short(score)} → ${masked(index) ? t("figure.neuron.hidden") : weight(share)}`,
      words: masked(index)
        ? t("figure.neuron.masked", names)
        : t("figure.neuron.score", { ...names, width, scaled, weight: full(share) }),
      tone: masked(index) ? "cut" : "plain",
    };
  });
  return (
    <div className="neuron" role="group" aria-label={props.label}>
      {strips.map(({ name, data, extent, tone }, index) => (
        <MatrixView
          key={index}
          {...common}
          data={data}
          rowLabels={[name]}
          columnLabels={dimensions}
          bare={index > 0}
          label={name}
          extent={extent}
          regions={lit ? [{ ...lit, tone }] : undefined}
          describe={({ column }, value) => t("figure.neuron.cell", { name, dimension: column, value })}
        />
      ))}
      <p className="figure-heading">{t("figure.neuron.all")}</p>
      <MatrixView
        {...common}
        data={products}
        rowLabels={keyLabels}
        columnLabels={dimensions}
        bare
        label={t("figure.neuron.all")}
        extent={extents.products}
        regions={lit ? [{ row: key }, lit] : [{ row: key }]}
        onPin={(cell) => cell && onSelectKey(cell.row)}
        describe={({ row, column }, value) => {
          const name = t("figure.neuron.key", { text: keyLabels[row] ?? "" });
          return t("figure.neuron.cell", { name, dimension: column, value });
        }}
      />
      <p className="figure-heading">{t("figure.neuron.scores")}</p>
      <BarList
        rows={rows}
        label={t("figure.neuron.scores")}
        signed
        selected={String(key)}
        onSelect={(id) => onSelectKey(Number(id))}
      />
    </div>
  );
}
