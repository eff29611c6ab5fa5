import { useRef } from "react";
import { Button, Radio, RadioGroup } from "react-aria-components";
import type { ModelInfo, Problem } from "../engine/protocol";
import { millions } from "../geometry/format";
import { useTranslation } from "../i18n";
import { inputOf } from "../model/input";
import { useApp } from "../state/useApp";
import { shownPosition, written } from "./compare";
import { inputLanguage, writtenOf } from "./labels";
import { SourceTokens } from "./SourceTokens";

/** What is typed, what the model reads, what it writes. */
export function InputBar() {
  const { t } = useTranslation();
  const text = useApp(({ scene }) => (scene.input?.kind === "text" ? scene.input.text : ""));
  const setInput = useApp((state) => state.setInput);
  const setText = useApp((state) => state.setText);
  const model = useApp((state) => state.model);
  const field = useRef<HTMLInputElement>(null);
  const put = (given: string) => {
    setText(given);
    field.current?.focus();
  };
  return (
    <section className="io" aria-label={t("input.section")}>
      <div className="io-line">
        <label className="field">
          <span className="heading">{t("input.label")}</span>
          <span className="field-box">
            <input
              ref={field}
              type="text"
              lang={inputLanguage(model)}
              value={text}
              placeholder={t("input.placeholder")}
              onChange={(event) => setText(event.target.value)}
              autoComplete="off"
              autoCapitalize="off"
              spellCheck={false}
              aria-describedby="input-problem"
            />
            {text === "" ? null : (
              <Button className="clear" aria-label={t("input.clear")} onPress={() => put("")}>
                ×
              </Button>
            )}
          </span>
        </label>
        <Target model={model} />
        {model ? <ModelCard model={model} /> : null}
        <RunInfo />
      </div>
      <ProblemLine />
      <div className="io-line tokens-line">
        <SourceTokens onReplace={put} />
        <span className="arrow" aria-hidden="true">
          →
        </span>
        <OutputTokens />
      </div>
      <p className="io-line examples">
        <span className="soft small">{t("input.examples")}</span>
        {(model?.about?.examples ?? []).map((example) =>
          typeof example === "string" ? (
            <Button key={example} className="chip" onPress={() => put(example)}>
              <span lang={inputLanguage(model)}>{example}</span>
            </Button>
          ) : (
            <Button key={example.image} className="chip" onPress={() => setInput(inputOf(example))}>
              {example.label}
            </Button>
          ),
        )}
      </p>
    </section>
  );
}

function Target({ model }: { readonly model: ModelInfo | null }) {
  const { t, i18n } = useTranslation();
  const given = useApp(({ scene }) => (scene.input?.kind === "text" ? scene.input.language : undefined));
  const setLanguage = useApp((state) => state.setLanguage);
  const names = new Intl.DisplayNames([i18n.language], { type: "language" });
  const codes = languagesOf(model) ?? [given ?? ""];
  const language = given ?? codes[0] ?? "";
  if (codes.length < 2 && model) return null;
  return (
    <RadioGroup className="segments" value={language} onChange={setLanguage} aria-label={t("input.target")}>
      <span className="heading" aria-hidden="true">
        {t("input.target")}
      </span>
      <span className="segments-row">
        {codes.map((code) => (
          <Radio key={code} value={code} className="segment">
            {names.of(code) ?? code}
          </Radio>
        ))}
      </span>
    </RadioGroup>
  );
}

/** Codes of the languages that the model writes; null before it is there. */
function languagesOf(model: ModelInfo | null): readonly string[] | null {
  if (model === null) return null;
  return model.task.kind === "sequenceToSequence" ? model.task.languages.map(({ code }) => code) : [];
}

function ModelCard({ model }: { readonly model: ModelInfo }) {
  const { t } = useTranslation();
  const { config } = model;
  const layers =
    config.architecture === "encoderDecoder" ? `${config.encoderLayers} + ${config.decoderLayers}` : config.layers;
  return (
    <div className="model-card">
      <span>
        <span className="hidden">{t("input.model")}: </span>
        <b>{model.name}</b>
      </span>
      <span className="soft small">
        {t("input.modelShape", {
          architecture: t(`architecture.${config.architecture}`),
          parameters: millions(model.parameters),
        })}
      </span>
      <span className="soft small">{t("input.modelSize", { layers, heads: config.heads, width: config.width })}</span>
    </div>
  );
}

function RunInfo() {
  const { t } = useTranslation();
  const run = useApp((state) => state.run);
  const backend = useApp((state) => state.backend);
  if (!run || !backend) return null;
  return (
    <p className="run-info" data-backend={backend}>
      <span className="hidden">{t("run.label")}: </span>
      {t("run.info", {
        backend: t(`backend.${backend}`),
        operations: run.operations,
        recomputed: run.recomputed,
        milliseconds: run.passMilliseconds.toFixed(1),
      })}
    </p>
  );
}

function ProblemLine() {
  const { t } = useTranslation();
  const problem = useApp((state) => state.problem);
  const shown = useApp(({ run }) => (run?.input.kind === "text" ? run.input.text : undefined));
  return (
    <p id="input-problem" className="problem" role="status">
      {problem ? (
        <>
          <ProblemText problem={problem.problem} />{" "}
          {shown === undefined ? null : <span className="soft">{t("problem.kept", { text: shown })}</span>}
        </>
      ) : null}
    </p>
  );
}

function ProblemText({ problem }: { readonly problem: Problem }) {
  const { t } = useTranslation();
  switch (problem.kind) {
    case "emptyText":
      return t("problem.emptyText");
    case "tooLong":
      return t("problem.tooLong", { tokens: problem.tokens, maximum: problem.maximum });
    case "wrongInput":
      return t(`problem.wrongInput.${problem.needed}`);
    case "otherText":
      return (
        <>
          {t("problem.otherText", { text: problem.text })} <ProblemText problem={problem.problem} />
        </>
      );
    case "checkpoint":
      return t("problem.checkpoint", { message: problem.message });
    case "download":
      return problem.status === null
        ? t("problem.download.offline", { url: problem.url })
        : t("problem.download", { url: problem.url, status: problem.status });
    case "backend":
      return t("problem.backend", { backend: t(`backend.${problem.backend}`), message: problem.message });
  }
}

/** The words that the model wrote; choosing one shows how likely it was. */
function OutputTokens() {
  const { t } = useTranslation();
  const run = useApp((state) => state.run);
  const position = useApp((state) => state.scene.selection.position);
  const select = useApp((state) => state.select);
  const outcome = writtenOf(run?.outcome);
  const typed = useApp((state) => inputLanguage(state.model));
  if (!outcome) return null;
  const words = written(outcome);
  const shown = shownPosition(outcome, position);
  const language = outcome.kind === "sequence" ? outcome.language : typed;
  const { prompt, positions } = outcome;
  return (
    <div className="tokens-group">
      <h2 className="heading">
        {t("input.output")}{" "}
        <output className="translation" lang={language} aria-label={t("input.translation")}>
          {outcome.text}
        </output>
      </h2>
      <ol className="tokens">
        {positions.slice(prompt - 1).map(({ next, candidates: [best] }, index) => {
          const text = next?.text ?? best?.text ?? "";
          const place = prompt - 1 + index;
          return (
            <li key={index}>
              <Button
                className={`token out${place === shown ? " chosen" : ""}${index < words.length ? "" : " end"}`}
                aria-label={t("input.position", { token: text, position: index + 1 })}
                onPress={() => select({ position: place, query: place, key: null })}
              >
                <span lang={language}>{text}</span>
              </Button>
            </li>
          );
        })}
      </ol>
      {outcome.ended || outcome.kind === "nextToken" ? null : <p className="problem">{t("input.notEnded")}</p>}
    </div>
  );
}
