/** The length of each token's vector from layer to layer. */
import { useMemo } from "react";
import { norms } from "../geometry/similarity";
import type { LayerVectors } from "./LayerSlider";
import { LineChart } from "./LineChart";

interface Props {
  readonly layers: readonly LayerVectors[];
  readonly tokens: readonly string[];
  /** Accessible name. */
  readonly label: string;
  readonly selected: number | null;
  readonly onSelect: (token: number | null) => void;
}

export function NormsChart({ layers, tokens, label, selected, onSelect }: Props) {
  const count = tokens.length;
  const data = useMemo(() => {
    // [T, L]: a line a token.
    const lengths = layers.map((layer) => norms(layer.data, count > 0 ? layer.data.length / count : 0));
    return Float32Array.from(Array.from({ length: count }, (_, token) => lengths.map((of) => of[token] ?? 0)).flat());
  }, [layers, count]);
  const names = useMemo(() => layers.map((layer) => layer.label), [layers]);
  return (
    <LineChart
      data={data}
      rowLabels={tokens}
      columnLabels={names}
      label={label}
      selected={selected}
      onSelect={onSelect}
    />
  );
}
