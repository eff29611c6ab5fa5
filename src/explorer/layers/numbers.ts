/** The numbers of the Layer outputs tab as tables to be saved. Pure. */
import type { LabelledMatrix } from "../../geometry/export";
import { pca } from "../../geometry/pca";
import { cosines, norms } from "../../geometry/similarity";
import type { LayerVectors } from "../../views/LayerSlider";

type Tokens = readonly string[];

/** A table with the numbers of its columns as their labels. */
export function numbered(data: Float32Array, rowLabels: readonly string[]): LabelledMatrix {
  const columns = rowLabels.length > 0 ? data.length / rowLabels.length : 0;
  return { data, rowLabels, columnLabels: Array.from({ length: columns }, (_, index) => String(index)) };
}

/** [L × T, C]: the vector of every token in every layer. */
export function vectorTable(layers: readonly LayerVectors[], tokens: Tokens): LabelledMatrix {
  return numbered(joined(layers), everywhere(layers, tokens));
}

/** [L, T] */
export function normTable(layers: readonly LayerVectors[], tokens: Tokens): LabelledMatrix {
  const rows = layers.map(({ data }) => norms(data, data.length / tokens.length));
  return {
    data: Float32Array.from(rows.flatMap((row) => [...row])),
    rowLabels: layers.map(({ label }) => label),
    columnLabels: tokens,
  };
}

/** [T, T] */
export function likenessTable({ data }: LayerVectors, tokens: Tokens): LabelledMatrix {
  return { data: cosines(data, data.length / tokens.length), rowLabels: tokens, columnLabels: tokens };
}

/** [L × T, 2]: where every token stands in every layer. */
export function placeTable(layers: readonly LayerVectors[], tokens: Tokens): LabelledMatrix {
  const width = (layers[0]?.data.length ?? 0) / tokens.length;
  return { data: pca(joined(layers), width).points, rowLabels: everywhere(layers, tokens), columnLabels: ["x", "y"] };
}

function everywhere(layers: readonly LayerVectors[], tokens: Tokens): readonly string[] {
  return layers.flatMap(({ label }) => tokens.map((token) => `${label} | ${token}`));
}

function joined(layers: readonly LayerVectors[]): Float32Array {
  const all = new Float32Array(layers.reduce((sum, { data }) => sum + data.length, 0));
  let offset = 0;
  for (const { data } of layers) {
    all.set(data, offset);
    offset += data.length;
  }
  return all;
}
