/** What the live panels of this chapter share: the texts, and one worker for the visit. */
import { type ReactNode, useEffect, useRef } from "react";
import { baseOf } from "../../model/tuning/plan";
import { tuningTextsSchema } from "../../model/tuning/texts";
import { sourceOf } from "../../state/models";
import { connectTuning } from "../../state/tuning/connection";
import { openTuningRuns } from "../../state/tuning/runs";
import { createTuning, type TuningStore } from "../../state/tuning/store";
import { TuningProvider } from "../../state/tuning/useTuning";
import { useApp } from "../../state/useApp";
import { Failed } from "../chapter/Failed";
import { useJson } from "../chapter/useJson";

/** One for the visit: a run goes on while the visitor looks elsewhere. */
let tuning: TuningStore | null = null;

export function WithTuning({ children }: { readonly children: ReactNode }) {
  const file = useJson("texts/tuning.json", tuningTextsSchema);
  const backend = useApp((state) => state.settings.backend);
  const models = useApp((state) => state.models);
  const wanted = useRef({ backend, models });
  useEffect(() => {
    wanted.current = { backend, models };
  }, [backend, models]);
  if (file.kind === "failed") return <Failed again={file.again} />;
  if (file.kind === "waiting") return <div className="skeleton" aria-hidden="true" />;
  tuning ??= createTuning({
    connect: connectTuning,
    openRuns: openTuningRuns,
    // WASM starts soonest and is the quickest at these sizes.
    backend: () => (wanted.current.backend === "auto" ? "wasm" : wanted.current.backend),
    source: (goal) => {
      const entry = wanted.current.models.find(({ name }) => name === baseOf[goal]);
      return entry ? sourceOf(entry, (name) => new URL(`models/${name}/`, document.baseURI).href) : null;
    },
    texts: file.value,
  });
  return <TuningProvider value={tuning}>{children}</TuningProvider>;
}
