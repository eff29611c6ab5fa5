/** Opens the model as it stands in the explorer; the run waits meanwhile. */
import { useState } from "react";
import { useTranslation } from "../../i18n";
import { useTraining } from "../../state/training/useTraining";
import { useOpenEntry } from "./useOpenEntry";

export function OpenInExplorer() {
  const { t } = useTranslation();
  const openEntry = useOpenEntry();
  const [busy, setBusy] = useState(false);
  const status = useTraining((state) => state.status);
  const diverged = useTraining((state) => state.latest?.ending?.kind === "diverged");
  const look = useTraining((state) => state.look !== null);
  const pause = useTraining((state) => state.pause);
  const model = useTraining((state) => state.model);
  if (status === "idle" || status === "starting" || (diverged && !look)) return null;
  const open = async () => {
    setBusy(true);
    try {
      await pause();
      const entry = await model();
      if (entry) await openEntry(entry);
    } finally {
      setBusy(false);
    }
  };
  return (
    <button type="button" className="tool" disabled={busy} onClick={() => void open()}>
      {t(look ? "train.open.then" : "train.open")}
    </button>
  );
}
