/** Runs in the browser's storage: gone on with, compared, renamed, taken elsewhere and brought back, deleted. Whatever they train. */
import { useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "../../i18n";
import type { Listing } from "../../state/runs/listing";
import type { StoredRun } from "../../state/runs/storage";
import { download } from "../../ui/export";
import { Check } from "../training/Fields";
import { ImportRun } from "./ImportRun";
import { RenameRun } from "./RenameRun";

interface Props<Run extends StoredRun> extends Listing<Run> {
  /** Of the page that it is part of. */
  readonly heading: "h3" | "h5";
  /** What a run is called: by its visitor, or by what it learns. */
  readonly nameOf: (run: Run) => string;
  /** Steps of its plan. */
  readonly stepsOf: (run: Run) => number;
  /** While nothing can be gone on with. */
  readonly busy: boolean;
  /** The run that is saved again and again; null where there is none. */
  readonly atHand: string | null;
}

export function SavedRuns<Run extends StoredRun>(props: Props<Run>) {
  const { t } = useTranslation();
  const id = useId();
  const {
    saved,
    damaged,
    storing,
    removed,
    putBack,
    removeDamaged,
    reread,
    imported,
    nameOf,
    heading: Heading,
  } = props;
  useEffect(() => void reread(), [reread]);
  const list = useRef<HTMLElement>(null);
  /** What has the keyboard's focus once it is there: what was pressed for it is gone by then. */
  const next = useRef<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is waited for comes with these.
  useEffect(() => {
    const found = next.current && list.current?.querySelector<HTMLElement>(`[data-place="${next.current}"]`);
    if (!found) return;
    next.current = null;
    found.focus();
  }, [saved, removed]);
  return (
    <section ref={list} aria-labelledby={id} className="saved-runs">
      <Heading id={id} className={Heading === "h3" ? "heading" : undefined}>
        {t("train.saved")}
      </Heading>
      {storing === "kept" ? null : <p className="problem small">{t(`train.saved.${storing}`)}</p>}
      {storing === "kept" && saved.length === 0 ? <p className="soft small">{t("train.saved.none")}</p> : null}
      {damaged.length > 0 ? (
        <p role="status" className="train-removed problem">
          {t("train.saved.damaged", { count: damaged.length })}{" "}
          <button type="button" className="tool" onClick={() => void removeDamaged()}>
            {t("train.saved.damaged.remove")}
          </button>
        </p>
      ) : null}
      <ul className="train-saved">
        {saved.map((run) => (
          <Saved
            key={run.id}
            {...props}
            run={run}
            remove={(removing) => {
              next.current = "undo";
              return props.remove(removing);
            }}
          />
        ))}
      </ul>
      {removed ? (
        <p role="status" className="train-removed">
          {t("train.saved.removed", { run: nameOf(removed.run) })}{" "}
          <button
            type="button"
            className="tool"
            data-place="undo"
            onClick={() => {
              next.current = removed.run.id;
              void putBack(removed);
            }}
          >
            {t("own.undo")}
          </button>
        </p>
      ) : null}
      <ImportRun imported={imported} />
    </section>
  );
}

function Saved<Run extends StoredRun>({ run, ...list }: Props<Run> & { readonly run: Run }) {
  const { t, i18n } = useTranslation();
  const [renaming, setRenaming] = useState(false);
  const byKey = useRef(false);
  const renamer = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!renaming && byKey.current) renamer.current?.focus();
    byKey.current = false;
  }, [renaming]);
  const { state, saved } = run;
  const title = list.nameOf(run);
  const name = t("train.saved.run", { task: title, step: state.step, steps: list.stepsOf(run) });
  const when = new Date(saved).toLocaleString(i18n.language, { dateStyle: "short", timeStyle: "short" });
  const take = async () => {
    const file = await list.exported(run.id);
    if (file) download(`${title.replace(/[^\p{L}\p{N}]+/gu, "-")}-${state.step}.zip`, file);
  };
  const tool = (word: string, of: string, onClick: () => void, disabled = false) => (
    <button type="button" className="tool" disabled={disabled} aria-label={of} onClick={onClick}>
      {word}
    </button>
  );
  return (
    <li>
      {renaming ? (
        <RenameRun
          name={title}
          onName={(typed, keyed) => {
            byKey.current = keyed;
            setRenaming(false);
            if (typed !== null) void list.rename(run.id, typed);
          }}
        />
      ) : (
        <button
          type="button"
          className="chip"
          data-place={run.id}
          disabled={list.busy}
          onClick={() => void list.resume(run)}
        >
          {t("train.saved.resume", { run: name })}
        </button>
      )}
      <div className="train-buttons">
        <span className="soft small">{when}</span>
        <Check on={list.compared.some(({ id }) => id === run.id)} onChange={() => list.compare(run)}>
          {t("train.saved.compare")} <span className="hidden">{name}</span>
        </Check>
        <button
          ref={renamer}
          type="button"
          className="tool"
          aria-label={t("own.renameOf", { title: name })}
          onClick={() => setRenaming(true)}
        >
          {t("own.rename")}
        </button>
        {tool(t("train.saved.export"), t("train.saved.exportOf", { run: name }), () => void take())}
        {tool(
          t("own.delete"),
          t("train.saved.remove", { run: name }),
          () => void list.remove(run.id),
          list.busy || list.atHand === run.id,
        )}
      </div>
    </li>
  );
}
