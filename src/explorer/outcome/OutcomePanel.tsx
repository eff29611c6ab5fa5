/** What comes out, beside what would come out with nothing changed. */
import { lazy, Suspense } from "react";
import type { RunResult } from "../../engine/protocol";
import { useTranslation } from "../../i18n";
import { useApp } from "../../state/useApp";
import { writtenOf } from "../labels";
import { ChangesPanel } from "./ChangesPanel";
import { WrittenPanel } from "./WrittenPanel";
import "./outcome.css";

/** The first model writes; what the others need comes with them. */
const ClassesPanel = lazy(async () => ({ default: (await import("./ClassesPanel")).ClassesPanel }));
const MaskedPanel = lazy(async () => ({ default: (await import("./MaskedPanel")).MaskedPanel }));

export function OutcomePanel() {
  const { t } = useTranslation();
  const run = useApp((state) => state.run);
  return (
    <section className="outcome" aria-label={t("outcome.title")}>
      <ChangesPanel />
      {run ? (
        <Suspense fallback={null}>
          <Outcome run={run} />
        </Suspense>
      ) : (
        <p className="soft">{t("outcome.empty")}</p>
      )}
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
