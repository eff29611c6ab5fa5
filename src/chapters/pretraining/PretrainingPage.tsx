/** The whole of pretraining on one page, stage by stage, on the visitor's text. Fetched when it is first opened. */
import "../../i18n/pretraining";
import { type ReactNode, useState } from "react";
import { useTranslation } from "../../i18n";
import { Cleaning } from "./Cleaning";
import { Collecting } from "./Collecting";
import { Choosing } from "./choosing/Choosing";
import { Failed } from "./Failed";
import { Objectives } from "./objectives/Objectives";
import { PipelineProvider, type Texts, useNewPipeline, useTexts } from "./pipeline";
import { StopWords } from "./StopWords";
import { Merges } from "./tokens/Merges";
import { Tokenisations } from "./tokens/Tokenisations";
import { Growth } from "./training/Growth";
import { LiveTraining } from "./training/LiveTraining";
import "./pretraining.css";

const stages = ["collect", "clean", "stop", "tokens", "objectives", "choose", "training"] as const;
type Stage = (typeof stages)[number];

export function PretrainingPage() {
  const { t } = useTranslation();
  const texts = useTexts();
  return (
    <main id="attention" className="pre" tabIndex={-1}>
      <header className="pre-head">
        <h2 className="title">{t("pre.title")}</h2>
        <p className="say">{t("pre.intro")}</p>
      </header>
      {texts.kind === "waiting" ? <div className="skeleton" aria-hidden="true" /> : null}
      {texts.kind === "failed" ? <Failed again={texts.again} /> : null}
      {texts.kind === "ready" ? <Stages texts={texts.value} /> : null}
    </main>
  );
}

function Stages({ texts }: { readonly texts: Texts }) {
  const pipeline = useNewPipeline(texts);
  const [step, setStep] = useState(0);
  return (
    <PipelineProvider value={pipeline}>
      <Contents />
      <Section stage="collect">
        <Collecting />
      </Section>
      <Section stage="clean">
        <Cleaning />
      </Section>
      <Section stage="stop">
        <StopWords />
      </Section>
      <Section stage="tokens">
        <Merges step={step} onStep={setStep} />
        <Tokenisations step={step} />
      </Section>
      <Section stage="objectives">
        <Objectives />
      </Section>
      <Section stage="choose">
        <Choosing />
      </Section>
      <Section stage="training">
        <LiveTraining />
        <Growth />
      </Section>
    </PipelineProvider>
  );
}

const place = (stage: Stage) => `pre-${stage}`;

function Contents() {
  const { t } = useTranslation();
  return (
    <nav className="pre-contents" aria-label={t("pre.contents")}>
      <ol>
        {stages.map((stage, index) => (
          <li key={stage}>
            {/* Not a link: the address behind "#" names the page. */}
            <button
              type="button"
              className="chip"
              onClick={() => {
                const heading = document.getElementById(place(stage));
                heading?.scrollIntoView({ block: "start" });
                heading?.focus({ preventScroll: true });
              }}
            >
              {index + 1} {t(`pre.${stage}`)}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Section({ stage, children }: { readonly stage: Stage; readonly children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <section className="pre-stage" aria-labelledby={place(stage)}>
      <h3 id={place(stage)} tabIndex={-1}>
        <span className="pre-number">{stages.indexOf(stage) + 1}</span> {t(`pre.${stage}`)}
      </h3>
      <p className="say">{t(`pre.${stage}.say`)}</p>
      {children}
    </section>
  );
}
