/** Opens a model that is trained here in the explorer. */
import { useState } from "react";
import type { ModelEntry } from "../../state/models";
import { useOpenEntry } from "./useOpenEntry";

interface Props {
  /** What the button says. */
  readonly text: string;
  /** The run waits meanwhile. */
  readonly pause: () => Promise<void>;
  /** → null where there is none. */
  readonly model: () => Promise<ModelEntry | null>;
}

export function OpenTrained({ text, pause, model }: Props) {
  const openEntry = useOpenEntry();
  const [busy, setBusy] = useState(false);
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
      {text}
    </button>
  );
}
