/** Which layer is shown: a slider with the layer's name. */
import { useTranslation } from "../i18n";
import "./layers.css";

/** The vectors of all tokens at one place of the model. */
export interface LayerVectors {
  /** Such as “after block 1”. */
  readonly label: string;
  /** [T, C], row-major. */
  readonly data: Float32Array;
}

interface Props {
  readonly layers: readonly LayerVectors[];
  readonly layer: number;
  readonly onLayer: (layer: number) => void;
}

export function LayerSlider({ layers, layer, onLayer }: Props) {
  const { t } = useTranslation();
  if (layers.length < 2) return null;
  return (
    <label className="layer-slider">
      <span>{t("figure.layer")}</span>
      <input
        type="range"
        min={0}
        max={layers.length - 1}
        value={layer}
        // React Aria's slider says the number alone, and not the layer's name.
        aria-valuetext={layers[layer]?.label}
        onChange={(event) => onLayer(Number(event.currentTarget.value))}
      />
      <span className="layer-name" aria-hidden="true">
        {layers[layer]?.label}
      </span>
    </label>
  );
}
