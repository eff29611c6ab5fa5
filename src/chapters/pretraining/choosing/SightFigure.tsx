/** Which places each place sees: a row a place, a column what it looks at; the fainter, the more steps lie between. */
interface Props {
  /** Stands above, and is the accessible name. */
  readonly label: string;
  /** Places. */
  readonly length: number;
  /** Steps from a place to what another says of it; null where it is not seen. */
  readonly steps: (from: number, to: number) => number | null;
}

/** Of a square, in units of the drawing. */
const cell = 10;

export function SightFigure({ label, length, steps }: Props) {
  const places = Array.from({ length }, (_, place) => place);
  const side = length * cell;
  return (
    <figure className="pre-sight">
      <figcaption className="soft small">{label}</figcaption>
      <svg viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label}>
        {places.flatMap((to) =>
          places.map((from) => {
            const between = steps(from, to);
            return (
              <rect
                key={`${to} ${from}`}
                x={from * cell + 0.5}
                y={to * cell + 0.5}
                width={cell - 1}
                height={cell - 1}
                rx={1.5}
                data-seen={between === null ? undefined : ""}
                style={between === null ? undefined : { opacity: between === 0 ? 1 : 1 / (0.25 + between) ** 0.8 }}
              />
            );
          }),
        )}
      </svg>
    </figure>
  );
}
