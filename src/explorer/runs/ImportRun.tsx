/** Brings a run back from a file. */
import { useId, useState } from "react";
import { useTranslation } from "../../i18n";
import { Fault } from "../../model/fault";

interface Props {
  /** Throws a Fault where the file is no run. */
  readonly imported: (file: Blob) => Promise<void>;
}

export function ImportRun({ imported }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const [fault, setFault] = useState<Fault | null>(null);
  const read = async (file: File) => {
    try {
      await imported(file);
      setFault(null);
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      setFault(error);
    }
  };
  return (
    <div className="train-import">
      <label htmlFor={id} className="soft small">
        {t("train.saved.import")}
      </label>
      <input
        id={id}
        type="file"
        className="train-import-file"
        accept=".zip,application/zip"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          // So that the same file can be chosen again.
          event.target.value = "";
          if (file) void read(file);
        }}
      />
      {fault ? (
        <p className="problem small" role="alert">
          {t(fault.key, fault.values)}
        </p>
      ) : null}
    </div>
  );
}
