/** What happens without it: every part of the model as a switch, and what comes out beside what came out before. */
import "../../i18n/panels";
import { useState } from "react";
import type { RunResult } from "../../engine/protocol";
import { useTranslation } from "../../i18n";
import type { HeadReplacement } from "../../model/changes";
import { useApp } from "../../state/useApp";
import { EffectSummary } from "./EffectSummary";
import { EveryHead } from "./EveryHead";
import { HeadReplacementChoice } from "./HeadReplacementChoice";
import { Predictions } from "./Predictions";
import { RowEditor } from "./RowEditor";
import { SwitchTables } from "./SwitchTables";
import "./without.css";

export function WithoutPanel({ run }: { readonly run: RunResult }) {
  const { t } = useTranslation();
  const model = useApp((state) => state.model);
  const [to, setTo] = useState<HeadReplacement>("zero");
  if (!model) return null;
  return (
    <div className="without">
      <p className="say">{t("without.intro")}</p>
      <EffectSummary run={run} />
      <section aria-labelledby="without-table">
        <h2 id="without-table" className="heading">
          {t("without.table")}
        </h2>
        <HeadReplacementChoice to={to} onChange={setTo} readsText={model.task.kind !== "imageClass"} />
        <SwitchTables config={model.config} to={to} />
      </section>
      <Predictions run={run} />
      <EveryHead />
      <RowEditor run={run} />
    </div>
  );
}
