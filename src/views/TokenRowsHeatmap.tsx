/** The vectors of all tokens, a row each, at a layer of one's choice, in colours of its own: a residual stream may grow a hundredfold from first to last. */
import { useMemo } from "react";
import type { Theme } from "../geometry/colour";
import type { MatrixCell } from "../geometry/matrixLayout";
import { usualExtent } from "../geometry/shades";
import { useTranslation } from "../i18n";
import { ColourLegend } from "./ColourLegend";
import { LayerSlider, type LayerVectors } from "./LayerSlider";
import { MatrixView } from "./MatrixView";

interface Props {
  readonly layers: readonly LayerVectors[];
  readonly layer: number;
  readonly onLayer: (layer: number) => void;
  readonly tokens: readonly string[];
  /** Accessible name, such as “residual stream”. */
  readonly label: string;
  readonly theme: Theme;
  readonly pinned?: MatrixCell | null | undefined;
  readonly onPin?: ((cell: MatrixCell | null) => void) | undefined;
  readonly onHover?: ((cell: MatrixCell | null) => void) | undefined;
}

export function TokenRowsHeatmap({ layers, layer, onLayer, tokens, label, theme, ...pins }: Props) {
  const { t } = useTranslation();
  const shown = layers[Math.min(layer, layers.length - 1)];
  const width = shown && tokens.length > 0 ? shown.data.length / tokens.length : 0;
  const features = useMemo(() => Array.from({ length: width }, (_, index) => String(index)), [width]);
  const extent = useMemo(() => (shown ? usualExtent(shown.data) : 0), [shown]);
  if (!shown) return <p className="figure-empty">{t("figure.empty")}</p>;
  return (
    <div>
      <LayerSlider layers={layers} layer={layer} onLayer={onLayer} />
      <MatrixView
        {...pins}
        data={shown.data}
        rowLabels={tokens}
        columnLabels={features}
        numbered
        scale="signed"
        extent={extent}
        density="compact"
        label={`${label}, ${shown.label}`}
        theme={theme}
      />
      <ColourLegend scale="signed" extent={extent} />
    </div>
  );
}
