/** What comes out, beside what would come out with nothing changed. */
import type { RunResult } from "../../engine/protocol";
import { useTranslation } from "../../i18n";
import { useApp } from "../../state/useApp";
import { writtenOf } from "../labels";
import { ChangesPanel } from "./ChangesPanel";
import { ClassesPanel } from "./ClassesPanel";
import { MaskedPanel } from "./MaskedPanel";
import { WrittenPanel } from "./WrittenPanel";
import "./outcome.css";

export function OutcomePanel() {
  const { t } = useTranslation();
  const run = useApp((state) => state.run);
  return (
    <section className="outcome" aria-label={t("outcome.title")}>
      <ChangesPanel />
      {run ? <Outcome run={run} /> : <p className="soft">{t("outcome.empty")}</p>}
    </section>
  );
}

function Outcome({ run }: { readonly run: RunResult }) {
  const { outcome, baseline, effect } = run;
  switch (outcome.kind) {
    case "classes":
      return <ClassesPanel now={outcome} before={baseline?.kind === "classes" ? baseline : null} effect={effect} />;
    case "masked":
      return <MaskedPanel now={outcome} before={baseline?.kind === "masked" ? baseline : null} effect={effect} />;
    default:
      return <WrittenPanel now={outcome} before={writtenOf(baseline)} effect={effect} />;
  }
}
