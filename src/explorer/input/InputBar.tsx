/** What the visitor gives the model and how it answers, in two lines. */
import { lazy, Suspense } from "react";
import { useTranslation } from "../../i18n";
import { useApp } from "../../state/useApp";
import { ModelMenu } from "../models/ModelMenu";
import { Answer } from "./Answer";
import { Examples } from "./Examples";
import { ProblemLine } from "./ProblemLine";
import { ReadTokens } from "./ReadTokens";
import { RunInfo } from "./RunInfo";
import { Target } from "./Target";
import { TextField } from "./TextField";
import { WritingButtons } from "./WritingButtons";
import "./input.css";

/** Comes with the first model that reads pictures. */
const ImageField = lazy(async () => ({ default: (await import("./ImageField")).ImageField }));

/** Comes when the menu is first opened. */
const OwnMenu = lazy(async () => ({ default: (await import("../own/later")).OwnMenu }));

const more = (close: () => void) => (
  <Suspense fallback={null}>
    <OwnMenu close={close} />
  </Suspense>
);

export function InputBar() {
  const { t } = useTranslation();
  const image = useApp(({ model, models, scene }) => {
    const task = model?.task.kind ?? models.find(({ name }) => name === scene.model)?.task;
    return task === "imageClass";
  });
  return (
    <section className={image ? "io image" : "io"} aria-label={t("input.section")}>
      <ModelMenu more={more} />
      <div className="io-given">
        {image ? (
          <Suspense fallback={null}>
            <ImageField />
          </Suspense>
        ) : (
          <TextField />
        )}
        <Examples />
        <Target />
        <RunInfo />
      </div>
      <div className="io-read">
        <div className="tokens-scroll" role="group" tabIndex={0} aria-label={t("input.tokensBar")}>
          <ReadTokens />
          <span className="arrow" aria-hidden="true">
            →
          </span>
          <Answer />
        </div>
        <WritingButtons />
      </div>
      <ProblemLine />
    </section>
  );
}
