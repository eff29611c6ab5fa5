/** One of a few choices, side by side: radio buttons, which are cheap to draw and have the arrow keys. */
import { useId } from "react";
import "./choice.css";

interface Option<T extends string> {
  readonly value: T;
  readonly text: string;
  /** What it is good for, in a sentence. */
  readonly help?: string;
}

interface Props<T extends string> {
  /** Stands before the choices, and is their accessible name. */
  readonly label: string;
  readonly options: readonly Option<T>[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}

export function Segments<T extends string>({ label, options, value, onChange }: Props<T>) {
  const name = useId();
  return (
    <fieldset className="choice">
      <legend className="choice-label">{label}</legend>
      <span className="segments-row">
        {options.map((option) => (
          <label
            key={option.value}
            className="segment"
            data-selected={option.value === value ? "" : undefined}
            title={option.help}
          >
            <input
              type="radio"
              className="hidden"
              name={name}
              checked={option.value === value}
              title={option.help}
              onChange={() => onChange(option.value)}
            />
            {option.text}
          </label>
        ))}
      </span>
    </fieldset>
  );
}
