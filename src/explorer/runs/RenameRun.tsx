/** The name of a run, while it is typed. */
import { useState } from "react";
import { useTranslation } from "../../i18n";

interface Props {
  /** As it is called before. */
  readonly name: string;
  /** null leaves the name as it is. */
  readonly onName: (name: string | null, byKey: boolean) => void;
}

export function RenameRun({ name, onName }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(name);
  return (
    <input
      aria-label={t("train.saved.name")}
      maxLength={80}
      // biome-ignore lint/a11y/noAutofocus: it stands where the visitor has just pressed.
      autoFocus
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={() => onName(typed, false)}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== "Escape") return;
        // Else the key would press what has the focus next.
        event.preventDefault();
        onName(event.key === "Enter" ? typed : null, true);
      }}
    />
  );
}
