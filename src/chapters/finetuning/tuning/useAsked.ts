/** What the worker was asked about a run as it stands: thrown away as soon as the run goes on. */
import { useEffect, useState } from "react";
import { useTuning } from "../../../state/tuning/useTuning";

interface Asking<T> {
  /** null where it was not asked yet, or the run has gone on since. */
  readonly value: T | null;
  /** Whether the worker can be asked now. */
  readonly ready: boolean;
  readonly ask: (work: () => Promise<T | null>) => Promise<void>;
}

/** `question` names what is asked: the answer to another is shown no longer. */
export function useAsked<T>(question = ""): Asking<T> {
  const run = useTuning((state) => state.run?.id ?? "");
  const step = useTuning((state) => state.run?.latest?.step ?? 0);
  const can = useTuning(({ status, held }) => held && (status === "idle" || status === "paused"));
  const [busy, setBusy] = useState(false);
  const [last, setLast] = useState<{ readonly key: string; readonly value: T | null } | null>(null);
  const key = `${run} ${step} ${question}`;
  useEffect(() => setLast((before) => (before?.key === key ? before : null)), [key]);
  return {
    value: last?.key === key ? last.value : null,
    ready: can && !busy,
    ask: async (work) => {
      setBusy(true);
      const value = await work();
      setBusy(false);
      setLast({ key, value });
    },
  };
}
