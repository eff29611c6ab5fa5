/** Points of several kinds in a plane: each kind has a shape and a colour of its own. A picture only. */
import { useMemo, useRef } from "react";
import { planeLayout } from "../geometry/projection";
import { useSize } from "../ui/useSize";
import "./kind-plane.css";

interface Props {
  /** [N, 2], row-major. */
  readonly points: Float32Array;
  /** Of each point, an index into `names`. */
  readonly kinds: readonly number[];
  /** Five at most. */
  readonly names: readonly string[];
  /** BCP 47 of the names. */
  readonly language: string;
  /** Accessible name. */
  readonly label: string;
}

/** About the origin, 8 pixels across: circle, square, triangle, cross, diamond. */
const shapes = [
  "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0",
  "M-3.5 -3.5h7v7h-7z",
  "M0 -4.5L4.3 3.5H-4.3z",
  "M-1.3 -4h2.6v2.7h2.7v2.6h-2.7v2.7h-2.6v-2.7h-2.7v-2.6h2.7z",
  "M0 -5L4 0L0 5L-4 0z",
] as const;

const height = 280;

export function KindPlane({ points, kinds, names, language, label }: Props) {
  const outer = useRef<HTMLElement>(null);
  const { width } = useSize(outer);
  const plane = useMemo(() => planeLayout(points, width, height, 14), [points, width]);
  return (
    <figure ref={outer} className="kind-plane">
      {width > 0 ? (
        <svg width={width} height={height} role="img" aria-label={label}>
          {kinds.map((kind, index) => (
            <path
              key={index}
              className={`kind-${kind}`}
              d={shapes[kind]}
              transform={`translate(${plane.x(points[index * 2] ?? 0).toFixed(1)} ${plane.y(points[index * 2 + 1] ?? 0).toFixed(1)})`}
            />
          ))}
        </svg>
      ) : null}
      <figcaption>
        <ul>
          {names.map((name, kind) => (
            <li key={name} lang={language}>
              <svg width={12} height={12} viewBox="-6 -6 12 12" aria-hidden="true">
                <path className={`kind-${kind}`} d={shapes[kind]} />
              </svg>{" "}
              {name}
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}
