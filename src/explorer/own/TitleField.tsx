import { FieldError, Input, Label, TextField } from "react-aria-components";

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Why this title cannot be; null where it can. */
  readonly taken: string | null;
  readonly autoFocus?: boolean;
}

/** What a model of the visitor's own is called. */
export function TitleField({ label, value, onChange, taken, autoFocus = false }: Props) {
  return (
    <TextField
      className="own-address"
      value={value}
      onChange={onChange}
      isInvalid={taken !== null}
      validationBehavior="aria"
      autoFocus={autoFocus}
    >
      <Label className="small">{label}</Label>
      <Input className="own-input" maxLength={60} />
      <FieldError className="problem small">{taken}</FieldError>
    </TextField>
  );
}
