/**
 * All tokens of all layers in the two dimensions in which they differ most (PCA). A slider moves the tokens from layer to
 * layer; the way of the chosen one is drawn.
 */
import { useMemo, useRef, useState } from "react";
import { shownApart } from "../geometry/apart";
import { full, percent } from "../geometry/format";
import type { Box } from "../geometry/matrixLayout";
import { pca } from "../geometry/pca";
import { planeLayout } from "../geometry/projection";
import { type MessageKey, useTranslation } from "../i18n";
import { Tip } from "../ui/Tip";
import { pagePalette } from "../ui/usePaint";
import { useRoving } from "../ui/useRoving";
import { useSize } from "../ui/useSize";
import { LayerSlider, type LayerVectors } from "./LayerSlider";
import { labelFont } from "./matrixPaint";
import { widest } from "./paint";
import "./projection.css";

interface Props {
  readonly layers: readonly LayerVectors[];
  readonly layer: number;
  readonly onLayer: (layer: number) => void;
  readonly tokens: readonly string[];
  /** BCP 47 of the tokens. */
  readonly language: string;
  /** Accessible name. */
  readonly label: string;
  /** Says how much of the variance the plane holds, and between what. */
  readonly explanation?: MessageKey;
  readonly selected: number | null;
  /** null lets the token go. */
  readonly onSelect: (token: number | null) => void;
}

/** A name stands to the right of its point, save where there is no room. */
function beside(x: number, width: number) {
  return x > width - 50 ? ({ x: -7, textAnchor: "end" } as const) : { x: 7 };
}

const height = 340;
/** Where the name of a point stands, in the figure. */
function nameBox({ x, y }: { readonly x: number; readonly y: number }, text: string, width: number): Box {
  const { x: from, textAnchor } = { textAnchor: "start", ...beside(x, width) };
  const long = widest([text], labelFont(pagePalette().face));
  return { x: textAnchor === "end" ? x + from - long : x + from, y: y - 7, width: long, height: 14 };
}

export function ProjectionView({
  layers,
  layer,
  onLayer,
  tokens,
  language,
  label,
  explanation = "figure.projection.explained",
  selected,
  onSelect,
}: Props) {
  const { t } = useTranslation();
  const outer = useRef<HTMLDivElement>(null);
  const marks = useRef(new Map<number, SVGGElement>());
  const { width } = useSize(outer);
  const count = tokens.length;
  const item = useRoving(count, count, { initial: selected ?? 0 });
  const [read, setRead] = useState<number | null>(null);
  const { points, explained } = useMemo(() => {
    const all = new Float32Array(layers.reduce((sum, { data }) => sum + data.length, 0));
    let offset = 0;
    for (const { data } of layers) {
      all.set(data, offset);
      offset += data.length;
    }
    return pca(all, count > 0 ? (layers[0]?.data.length ?? 0) / count : 0);
  }, [layers, count]);
  const plane = useMemo(() => planeLayout(points, width, height, 36), [points, width]);
  if (count === 0 || layers.length === 0) return <p className="figure-empty">{t("figure.empty")}</p>;

  const shown = Math.min(layer, layers.length - 1);
  const valueAt = (token: number, of = shown) => {
    const at = (of * count + token) * 2;
    return [points[at] ?? 0, points[at + 1] ?? 0] as const;
  };
  const placeAt = (token: number, of = shown) => {
    const [across, up] = valueAt(token, of);
    return { x: plane.x(across), y: plane.y(up) };
  };
  const lit = read ?? selected;
  const way =
    lit === null
      ? ""
      : layers
          .map((_, of) => placeAt(lit, of))
          .map(({ x, y }, of) => `${of === 0 ? "M" : "L"}${x.toFixed(1)} ${y.toFixed(1)}`)
          .join("");
  const named = shownApart(
    tokens.map((text, token) => nameBox(placeAt(token), text, width)),
    lit,
  );
  const words = (token: number) => {
    const [first, second] = valueAt(token);
    const numbers = { first: full(first), second: full(second) };
    return t("figure.projection.point", { token: tokens[token] ?? "", layer: layers[shown]?.label ?? "", ...numbers });
  };
  return (
    <div ref={outer} className="projection">
      <LayerSlider layers={layers} layer={shown} onLayer={onLayer} />
      <svg width={width} height={height} role="group" aria-label={label}>
        <path className="projection-way" d={way} />
        {tokens.map((text, token) => {
          const { x, y } = placeAt(token);
          const { ref, onFocus, ...roving } = item(token);
          return (
            <g
              key={token}
              {...roving}
              ref={(element) => {
                ref(element);
                if (element) marks.current.set(token, element);
              }}
              className={`projection-token${token === lit ? " lit" : ""}`}
              style={{ transform: `translate(${x}px, ${y}px)` }}
              role="button"
              aria-label={words(token)}
              aria-pressed={token === selected}
              onFocus={(event) => {
                onFocus(event);
                if (event.currentTarget.matches(":focus-visible")) setRead(token);
              }}
              onBlur={() => setRead(null)}
              onPointerEnter={(event) => event.pointerType !== "touch" && setRead(token)}
              onPointerLeave={() => setRead(null)}
              onClick={() => onSelect(token === selected ? null : token)}
              onKeyDown={(event) => {
                roving.onKeyDown(event);
                if (event.key !== "Enter" && event.key !== " ") return;
                event.preventDefault();
                onSelect(token === selected ? null : token);
              }}
            >
              <circle className="reach" r={12} />
              <circle r={4} />
              {named[token] ? (
                <text {...beside(x, width)} y={4} lang={language}>
                  {text}
                </text>
              ) : null}
            </g>
          );
        })}
      </svg>
      <p className="soft small">{t(explanation, { first: percent(explained[0]), second: percent(explained[1]) })}</p>
      {read === null ? null : (
        <Tip anchor={() => marks.current.get(read)?.getBoundingClientRect() ?? null}>{words(read)}</Tip>
      )}
    </div>
  );
}
