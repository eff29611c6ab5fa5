/** What the colours of a matrix stand for. */
import { significant } from "../geometry/format";
import type { Scale } from "../geometry/shades";
import "./layers.css";

interface Props {
  readonly scale: Scale;
  /** The largest absolute value that the colours show. */
  readonly extent: number;
}

export function ColourLegend({ scale, extent }: Props) {
  return (
    <span className="colour-legend">
      {scale === "signed" ? significant(-extent) : "0"}
      <i className={scale} aria-hidden="true" />
      {significant(extent)}
    </span>
  );
}
