/** Runs in the browser's storage: gone on with, or deleted. */
import { useTranslation } from "../../i18n";
import type { SavedRun } from "../../state/training/runs";
import { useTraining } from "../../state/training/useTraining";

export function SavedRuns() {
  const { t } = useTranslation();
  const saved = useTraining((state) => state.saved);
  const storing = useTraining((state) => state.storing);
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
    </section>
  );
}

function Saved({ run }: { readonly run: SavedRun }) {
  const { t, i18n } = useTranslation();
  const resume = useTraining((state) => state.resume);
  const remove = useTraining((state) => state.remove);
  const busy = useTraining((state) => state.status === "running" || state.status === "starting");
  const { plan, state, saved } = run;
  const name = t("train.saved.run", {
    task: t(`train.task.${plan.task}`),
    step: state.step,
    steps: plan.schedule.steps,
  });
  const when = new Date(saved).toLocaleString(i18n.language, { dateStyle: "short", timeStyle: "short" });
  return (
    <li>
      <button type="button" className="chip" disabled={busy} onClick={() => void resume(run)}>
        {t("train.saved.resume", { run: name })}
      </button>
      <span className="soft small">{when}</span>
      <button
        type="button"
        className="tool"
        disabled={busy}
        onClick={() => void remove(run.id)}
        aria-label={t("train.saved.remove", { run: name })}
      >
        ×
      </button>
    </li>
  );
}
