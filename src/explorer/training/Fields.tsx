/** Plain controls of the plan: a list to choose from, a number, a switch. Each is named by what stands before it. */
import { type ReactNode, useEffect, useId, useState } from "react";
import "./fields.css";

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: T; readonly text: string }[];
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly disabled?: boolean;
}

export function Choice<T extends string>({ label, options, value, onChange, disabled = false }: ChoiceProps<T>) {
  const id = useId();
  return (
    <div className="train-field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        disabled={disabled}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value);
          if (chosen) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </div>
  );
}

interface NumberProps {
  readonly label: string;
  readonly value: number | null;
  readonly least: number;
  readonly most: number;
  /** Whole numbers only. */
  readonly whole?: boolean;
  readonly help?: string;
  /** Only with a number between `least` and `most`; null where the field is empty and may be. */
  readonly onChange: (value: number) => void;
  readonly onEmpty?: () => void;
}

/** What is typed takes effect once it is a number within the bounds; leaving the field puts the last such number back. */
export function NumberField({ label, value, least, most, whole = false, help, onChange, onEmpty }: NumberProps) {
  const id = useId();
  const [typed, setTyped] = useState(String(value ?? ""));
  useEffect(() => setTyped(String(value ?? "")), [value]);
  const fits = (number: number) => number >= least && number <= most && (!whole || Number.isInteger(number));
  const valid = typed.trim() === "" ? onEmpty !== undefined : fits(Number(typed));
  return (
    <div className="train-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        inputMode="decimal"
        value={typed}
        aria-invalid={!valid}
        title={help ?? `${least} – ${most}`}
        onChange={(event) => {
          const text = event.target.value;
          setTyped(text);
          if (text.trim() === "") onEmpty?.();
          else if (fits(Number(text))) onChange(Number(text));
        }}
        onBlur={() => setTyped(String(value ?? ""))}
      />
    </div>
  );
}

interface SwitchProps {
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
  readonly disabled?: boolean;
  readonly children: ReactNode;
}

export function Check({ on, onChange, disabled = false, children }: SwitchProps) {
  return (
    <label className="train-check">
      <input type="checkbox" checked={on} disabled={disabled} onChange={(event) => onChange(event.target.checked)} />
      {children}
    </label>
  );
}
