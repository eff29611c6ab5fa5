/** Why one query reads what it reads: its products with every key, dimension by dimension. */
import { useMemo, useRef } from "react";
import { dotProduct } from "../../geometry/dotProduct";
import { useTranslation } from "../../i18n";
import { pathIn } from "../../model/names";
import { useValues } from "../../state/useAsked";
import { NeuronView } from "../../views/NeuronView";
import { SaveMenu } from "../SaveMenu";
import { useTheme } from "../theme";
import type { FigureProps } from "./shown";

export function ProductsFigure({ shown, head, title }: FigureProps) {
  const { t } = useTranslation();
  const theme = useTheme();
  const { map, axes, hidden, row, choose } = shown;
  const [queryPath, keyPath] = [pathIn(map, "queryHeads"), pathIn(map, "keyHeads")];
  const values = useValues([queryPath, keyPath]);
  const vectors = useMemo(() => {
    const [queries, keys] = [values?.[queryPath], values?.[keyPath]];
    const width = queries?.shape[3] ?? 0;
    // Of an older input as long as the answer is on its way.
    if (!queries || !keys || queries.shape[2] !== map.queries || keys.shape[2] !== map.keys) return null;
    const from = (head * map.queries + row) * width;
    return {
      query: queries.data.subarray(from, from + width),
      keys: keys.data.subarray(head * map.keys * width, (head + 1) * map.keys * width),
    };
  }, [values, queryPath, keyPath, map, head, row]);
  const from = (head * map.queries + row) * map.keys;
  const weights = useMemo(() => map.pattern.subarray(from, from + map.keys), [map, from]);
  const figure = useRef<HTMLDivElement>(null);
  const products = useMemo(() => vectors && dotProduct(vectors.query, vectors.keys).products, [vectors]);
  if (vectors === null || products === null) return <div className="skeleton" aria-hidden="true" />;
  return (
    <>
      <label className="small">
        {t("attention.query")}{" "}
        <select
          className="tool"
          value={row}
          onChange={(event) => choose({ query: Number(event.target.value), key: shown.key })}
        >
          {axes.queries.labels.map((text, index) => (
            <option key={index} value={index} lang={axes.queries.language}>
              {index + 1} · {text}
            </option>
          ))}
        </select>
      </label>
      <div ref={figure}>
        <NeuronView
          {...vectors}
          queryLabel={axes.queries.labels[row] ?? ""}
          keyLabels={axes.keys.labels}
          keyLanguage={axes.keys.language}
          weights={weights}
          masked={(key) => hidden({ query: row, key })}
          selectedKey={shown.key ?? weights.indexOf(Math.max(...weights))}
          onSelectKey={(key) => choose({ query: row, key })}
          label={t("attention.products", { title })}
          theme={theme}
        />
      </div>
      <p className="legend soft small">{t("attention.figure.products.help")}</p>
      <SaveMenu
        title={t("attention.products", { title })}
        matrix={() => ({
          data: products,
          rowLabels: axes.keys.labels,
          columnLabels: Array.from(vectors.query, (_, dimension) => String(dimension)),
        })}
        figure={figure}
      />
    </>
  );
}
