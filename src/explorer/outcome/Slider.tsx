import { useId } from "react";

interface Props<T> {
  readonly label: string;
  readonly value: T;
  /** What can be chosen, in the order of the slider; a value between two of them stands at the nearest. */
  readonly values: readonly T[];
  readonly show: (value: T) => string;
  readonly onChange: (value: T) => void;
}

/** A slider over a few values, of which the last may be "all". */
export function Slider<T extends number | null>({ label, value, values, show, onChange }: Props<T>) {
  const id = useId();
  return (
    <div className="slider">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="range"
        min={0}
        max={values.length - 1}
        step={1}
        value={nearest(value, values)}
        aria-valuetext={show(value)}
        onChange={(event) => {
          const chosen = values[event.target.valueAsNumber];
          if (chosen !== undefined) onChange(chosen);
        }}
      />
      <output>{show(value)}</output>
    </div>
  );
}

function nearest(value: number | null, values: readonly (number | null)[]): number {
  if (value === null) return values.indexOf(null);
  const distance = (other: number | null) => (other === null ? Number.POSITIVE_INFINITY : Math.abs(other - value));
  return values.reduce<number>(
    (best, other, index) => (distance(other) < distance(values[best] ?? null) ? index : best),
    0,
  );
}
