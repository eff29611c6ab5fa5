/** The whole of pretraining on one page, stage by stage, on the visitor's text. Fetched when it is first opened. */
import "../../i18n/pretraining";
import { type ReactNode, useState } from "react";
import { useTranslation } from "../../i18n";
import { Chapter, Stages } from "../chapter/Chapter";
import { Failed } from "../chapter/Failed";
import { Cleaning } from "./Cleaning";
import { Collecting } from "./Collecting";
import { Choosing } from "./choosing/Choosing";
import { Objectives } from "./objectives/Objectives";
import { PipelineProvider, type Texts, useNewPipeline, useTexts } from "./pipeline";
import { StopWords } from "./StopWords";
import { Merges } from "./tokens/Merges";
import { Tokenisations } from "./tokens/Tokenisations";
import { Growth } from "./training/Growth";
import { LiveTraining } from "./training/LiveTraining";
import "./pretraining.css";

const names = ["collect", "clean", "stop", "tokens", "objectives", "choose", "training"] as const;

export function PretrainingPage() {
  const { t } = useTranslation();
  const texts = useTexts();
  return (
    <Chapter title={t("pre.title")} intro={t("pre.intro")}>
      {texts.kind === "waiting" ? <div className="skeleton" aria-hidden="true" /> : null}
      {texts.kind === "failed" ? <Failed again={texts.again} /> : null}
      {texts.kind === "ready" ? <WithTexts texts={texts.value} /> : null}
    </Chapter>
  );
}

function WithTexts({ texts }: { readonly texts: Texts }) {
  const { t } = useTranslation();
  const pipeline = useNewPipeline(texts);
  const [step, setStep] = useState(0);
  const bodies: Readonly<Record<(typeof names)[number], ReactNode>> = {
    collect: <Collecting />,
    clean: <Cleaning />,
    stop: <StopWords />,
    tokens: (
      <>
        <Merges step={step} onStep={setStep} />
        <Tokenisations step={step} />
      </>
    ),
    objectives: <Objectives />,
    choose: <Choosing />,
    training: (
      <>
        <LiveTraining />
        <Growth />
      </>
    ),
  };
  const stages = names.map((name) => ({
    id: `pre-${name}`,
    title: t(`pre.${name}`),
    say: t(`pre.${name}.say`),
    body: bodies[name],
  }));
  return (
    <PipelineProvider value={pipeline}>
      <Stages stages={stages} />
    </PipelineProvider>
  );
}
