/** Fine-tuning live: what is chosen, the run as it goes, what it has made of the model, and the runs beside each other. */
import "../../../i18n/panels";
import { useTranslation } from "../../../i18n";
import { tuningTextsSchema } from "../../../model/tuning/texts";
import { useTuning } from "../../../state/tuning/useTuning";
import { useJson } from "../../chapter/useJson";
import { ComparedRuns } from "./ComparedRuns";
import { Confusion } from "./Confusion";
import { LookAt } from "./LookAt";
import { LoraMatricesView } from "./LoraMatricesView";
import { Planes } from "./Planes";
import { Standings } from "./Standings";
import { TuningControls } from "./TuningControls";
import { TuningCurves } from "./TuningCurves";
import { TuningForm } from "./TuningForm";
import { TuningRuns } from "./TuningRuns";
import "../../../explorer/training/training.css";
import "./tuning.css";

export function TuningPanel() {
  const { t } = useTranslation();
  return (
    <section className="tune" aria-labelledby="tune-title">
      <h4 id="tune-title" className="heading">
        {t("tune.title")}
      </h4>
      <p>{t("tune.say")}</p>
      <TuningForm />
      <TuningControls />
      <Run />
      <ComparedRuns />
      <TuningRuns />
    </section>
  );
}

function Run() {
  const { t } = useTranslation();
  const file = useJson("texts/tuning.json", tuningTextsSchema);
  const run = useTuning((state) => state.run);
  const held = useTuning((state) => state.held);
  const running = useTuning((state) => state.status === "running");
  if (!run || file.kind !== "ready") return null;
  const { labels } = file.value.classes;
  return (
    <>
      <Standings run={run} />
      <TuningCurves run={run} />
      <Confusion run={run} labels={labels} />
      {running ? <p className="soft small">{t("tune.look.wait")}</p> : null}
      {held && run.latest?.over !== "diverged" ? (
        <>
          <LookAt key={run.plan.goal} run={run} texts={file.value} />
          <Planes run={run} labels={labels} />
          {run.costs.adapted.length > 0 ? <LoraMatricesView key={run.id} run={run} /> : null}
        </>
      ) : null}
    </>
  );
}
