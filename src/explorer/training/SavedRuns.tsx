/** Runs in the browser's storage: gone on with, compared, renamed, taken elsewhere and brought back, deleted. */
import { useId, useState } from "react";
import { useTranslation } from "../../i18n";
import { Fault } from "../../model/fault";
import type { SavedRun } from "../../state/training/runs";
import { useTraining } from "../../state/training/useTraining";
import { Check } from "./Fields";
import { runName } from "./words";

export function SavedRuns() {
  const { t } = useTranslation();
  const saved = useTraining((state) => state.saved);
  const storing = useTraining((state) => state.storing);
  const removed = useTraining((state) => state.removed);
  const putBack = useTraining((state) => state.putBack);
  return (
    <section aria-labelledby="train-saved">
      <h3 id="train-saved" className="heading">
        {t("train.saved")}
      </h3>
      {storing ? null : <p className="problem small">{t("train.saved.forbidden")}</p>}
      {storing && saved.length === 0 ? <p className="soft small">{t("train.saved.none")}</p> : null}
      <ul className="train-saved">
        {saved.map((run) => (
          <Saved key={run.id} run={run} />
        ))}
      </ul>
      {removed ? (
        <p role="status" className="train-removed">
          {t("train.saved.removed", { run: runName(t, removed.run) })}{" "}
          <button type="button" className="tool" onClick={() => void putBack(removed)}>
            {t("own.undo")}
          </button>
        </p>
      ) : null}
      <Import />
    </section>
  );
}

function Saved({ run }: { readonly run: SavedRun }) {
  const { t, i18n } = useTranslation();
  const resume = useTraining((state) => state.resume);
  const remove = useTraining((state) => state.remove);
  const rename = useTraining((state) => state.rename);
  const exported = useTraining((state) => state.exported);
  const compare = useTraining((state) => state.compare);
  const compared = useTraining((state) => state.compared.some(({ id }) => id === run.id));
  const busy = useTraining((state) => state.status === "running" || state.status === "starting");
  // What is at hand is saved again and again.
  const atHand = useTraining((state) => state.status !== "idle" && state.id === run.id);
  const [renaming, setRenaming] = useState(false);
  const { plan, state, saved } = run;
  const title = runName(t, run);
  const name = t("train.saved.run", { task: title, step: state.step, steps: plan.schedule.steps });
  const when = new Date(saved).toLocaleString(i18n.language, { dateStyle: "short", timeStyle: "short" });
  const download = async () => {
    const file = await exported(run.id);
    if (file) offer(file, `${title.replace(/[^\p{L}\p{N}]+/gu, "-")}-${state.step}.zip`);
  };
  const tool = (word: string, of: string, onClick: () => void, disabled = false) => (
    <button type="button" className="tool" disabled={disabled} aria-label={of} onClick={onClick}>
      {word}
    </button>
  );
  return (
    <li>
      {renaming ? (
        <Rename
          run={run}
          onName={(typed) => {
            setRenaming(false);
            if (typed !== null) void rename(run.id, typed);
          }}
        />
      ) : (
        <button type="button" className="chip" disabled={busy} onClick={() => void resume(run)}>
          {t("train.saved.resume", { run: name })}
        </button>
      )}
      <div className="train-buttons">
        <span className="soft small">{when}</span>
        <Check on={compared} onChange={() => compare(run)}>
          {t("train.saved.compare")}
          <span className="hidden">{name}</span>
        </Check>
        {tool(t("own.rename"), t("own.renameOf", { title: name }), () => setRenaming(true))}
        {tool(t("train.saved.export"), t("train.saved.exportOf", { run: name }), () => void download())}
        {tool(t("own.delete"), t("train.saved.remove", { run: name }), () => void remove(run.id), busy || atHand)}
      </div>
    </li>
  );
}

interface RenameProps {
  readonly run: SavedRun;
  /** null leaves the name as it is. */
  readonly onName: (name: string | null) => void;
}

function Rename({ run, onName }: RenameProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(runName(t, run));
  return (
    <input
      className="train-rename"
      aria-label={t("train.saved.name")}
      maxLength={80}
      // biome-ignore lint/a11y/noAutofocus: it stands where the visitor has just pressed.
      autoFocus
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => onName(typed)}
      onKeyDown={(event) => {
        if (event.key === "Enter") onName(typed);
        if (event.key === "Escape") onName(null);
      }}
    />
  );
}

function Import() {
  const { t } = useTranslation();
  const id = useId();
  const imported = useTraining((state) => state.imported);
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

function offer(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The browser has begun by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
