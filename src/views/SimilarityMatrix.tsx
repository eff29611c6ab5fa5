/** How alike the vectors of each two tokens are (the cosine of the angle between them) at a layer of one's choice. */
import { useMemo } from "react";
import type { Theme } from "../geometry/colour";
import type { MatrixCell } from "../geometry/matrixLayout";
import { cosines } from "../geometry/similarity";
import { useTranslation } from "../i18n";
import { ColourLegend } from "./ColourLegend";
import { LayerSlider, type LayerVectors } from "./LayerSlider";
import { MatrixView } from "./MatrixView";

interface Props {
  readonly layers: readonly LayerVectors[];
  readonly layer: number;
  readonly onLayer: (layer: number) => void;
  readonly tokens: readonly string[];
  /** Accessible name. */
  readonly label: string;
  readonly theme: Theme;
  readonly pinned?: MatrixCell | null | undefined;
  readonly onPin?: ((cell: MatrixCell | null) => void) | undefined;
}

export function SimilarityMatrix({ layers, layer, onLayer, tokens, label, theme, ...pins }: Props) {
  const { t } = useTranslation();
  const shown = layers[Math.min(layer, layers.length - 1)];
  const data = useMemo(
    () => (shown && tokens.length > 0 ? cosines(shown.data, shown.data.length / tokens.length) : new Float32Array()),
    [shown, tokens.length],
  );
  if (!shown) return <p className="figure-empty">{t("figure.empty")}</p>;
  return (
    <div>
      <LayerSlider layers={layers} layer={layer} onLayer={onLayer} />
      <MatrixView
        {...pins}
        data={data}
        rowLabels={tokens}
        columnLabels={tokens}
        scale="signed"
        extent={1}
        label={`${label}, ${shown.label}`}
        theme={theme}
      />
      <ColourLegend scale="signed" extent={1} />
    </div>
  );
}
