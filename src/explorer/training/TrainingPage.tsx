/** The page on which a learner trains a model and watches it learn. Fetched when it is first opened. */
import "../../i18n/panels";
import { useContext } from "react";
import { useTranslation } from "../../i18n";
import { connectTraining } from "../../state/training/connection";
import { fetchDigits } from "../../state/training/digits";
import { openRuns } from "../../state/training/runs";
import { createTraining, type Training } from "../../state/training/store";
import { TrainingProvider, useTraining } from "../../state/training/useTraining";
import { AppContext } from "../../state/useApp";
import { CompareMenu, SeedsTable } from "./CompareMenu";
import { Controls } from "./Controls";
import { Curves } from "./Curves";
import { EmbeddingPlane } from "./EmbeddingPlane";
import { Moments } from "./Moments";
import { Patterns } from "./Patterns";
import { Pictures } from "./Pictures";
import { PlanForm } from "./PlanForm";
import { Predictions } from "./Predictions";
import { Groups, Numbers } from "./Standings";
import { StepApart } from "./StepApart";
import { TrainingRuns } from "./TrainingRuns";
import "./training.css";

/** One for the visit: a run goes on while the visitor looks at the explorer. */
let training: Training | null = null;

export function TrainingPage() {
  const app = useContext(AppContext);
  training ??= createTraining({
    connect: connectTraining,
    openRuns,
    digits: fetchDigits,
    // Asked of the app at each start, for this page may come and go meanwhile.
    backend() {
      const wanted = app?.getState().settings.backend ?? "auto";
      // WASM starts soonest and is the quickest at these sizes.
      return wanted === "auto" ? "wasm" : wanted;
    },
  });
  return (
    <TrainingProvider value={training}>
      <Page />
    </TrainingProvider>
  );
}

function Page() {
  const { t } = useTranslation();
  const idle = useTraining((state) => state.status === "idle");
  return (
    <main id="attention" className="train" data-run={idle ? undefined : ""} tabIndex={-1}>
      <header className="train-head">
        <h2 className="title">{t("train.title")}</h2>
        <p className="say">{t("train.intro")}</p>
        <Controls />
      </header>
      <Moments />
      <section className="train-left" aria-label={t("train.plan")}>
        <PlanForm />
      </section>
      <div className="train-middle">
        <Curves />
        <Predictions />
        <Pictures />
        <Patterns />
        <EmbeddingPlane />
        <StepApart />
      </div>
      <div className="train-right">
        <Numbers />
        <CompareMenu />
        <SeedsTable />
        <Groups />
        <TrainingRuns />
      </div>
    </main>
  );
}
