/** The visitor's own text: typed, pasted or from a file. It never leaves the browser. */
import { useId } from "react";
import { useTranslation } from "../../i18n";
import { Fault } from "../../model/fault";
import { taskOf } from "../../model/training/tasks";

interface Props {
  readonly text: string;
  readonly onChange: (text: string) => void;
}

/** Characters of a file that are read at most. */
const most = 2_000_000;

export function OwnText({ text, onChange }: Props) {
  const { t } = useTranslation();
  const [area, file] = [useId(), useId()];
  const fault = faultOf(text);
  return (
    <div className="train-text">
      <label htmlFor={area}>{t("train.text")}</label>
      <textarea
        id={area}
        rows={5}
        value={text}
        maxLength={most}
        aria-invalid={fault !== null}
        onChange={(event) => onChange(event.target.value)}
      />
      <p className="soft small">{t("train.text.help")}</p>
      {fault ? <p className="problem small">{t(fault.key, fault.values)}</p> : null}
      <label htmlFor={file}>{t("train.file")}</label>
      <input
        id={file}
        type="file"
        accept="text/*,.txt,.md"
        onChange={async (event) => {
          const chosen = event.target.files?.[0];
          if (chosen) onChange((await chosen.text()).slice(0, most));
        }}
      />
    </div>
  );
}

function faultOf(text: string): Fault | null {
  try {
    taskOf("text", text);
    return null;
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
}
