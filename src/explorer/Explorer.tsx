/** The workbench: text and tokens above; map, stage and outcome below. */
import { useEffect } from "react";
import { useTranslation } from "../i18n";
import { useApp } from "../state/useApp";
import { InputBar } from "./input/InputBar";
import { MapPanel } from "./MapPanel";
import { OutcomePanel } from "./outcome/OutcomePanel";
import { Stage } from "./Stage";
import { TimelineBar } from "./step/TimelineBar";

export function Explorer() {
  const run = useApp((state) => state.run);
  const shown = run !== null;
  useEffect(() => {
    // What the benchmark waits for: the first attention maps are on the screen.
    if (shown) requestAnimationFrame(() => performance.mark("first-attention"));
  }, [shown]);
  return (
    <div className="explorer" data-run={run?.id ?? ""}>
      <InputBar />
      <MapPanel />
      <main id="attention" className="stage" tabIndex={-1}>
        {run === null ? <Waiting /> : <Stage run={run} />}
      </main>
      <OutcomePanel />
      <TimelineBar />
    </div>
  );
}

/** Before the first answer. */
function Waiting() {
  const { t } = useTranslation();
  const status = useApp((state) => state.status);
  const problem = useApp((state) => state.problem);
  const retry = useApp((state) => state.retry);
  if (status === "failed") {
    return (
      <div className="waiting">
        <p>{t("status.failed")}</p>
        <button type="button" className="tool" onClick={retry}>
          {t("status.retry")}
        </button>
      </div>
    );
  }
  if (problem) return <p className="waiting soft">{t("outcome.empty")}</p>;
  return (
    <div className="waiting" aria-busy="true">
      <p className="soft">{t(status === "recovering" ? "status.recovering" : "status.starting")}</p>
      <div className="skeleton" aria-hidden="true" />
    </div>
  );
}
