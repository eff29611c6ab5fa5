/** A text under the weights of the start, and under those of now: what is said of it, and where a head looks. */
import { useId, useState } from "react";
import { useTranslation } from "../../../i18n";
import { stays } from "../../../model/tuning/plan";
import type { Said, TuningLook } from "../../../model/tuning/progress";
import type { TuningTexts } from "../../../model/tuning/texts";
import type { TuningRun } from "../../../state/tuning/runs";
import { useTuning } from "../../../state/tuning/useTuning";
import { ClassBars } from "../../../views/ClassBars";
import { AskButton } from "./AskButton";
import { HeadBefore } from "./HeadBefore";
import { useAsked } from "./useAsked";

interface Props {
  readonly run: TuningRun;
  readonly texts: TuningTexts;
}

/** Words of a held-out sentence that a decoder is given to go on from. */
const given = 2;

export function LookAt({ run, texts }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const { goal } = run.plan;
  const examples =
    goal === "classes"
      ? texts.classes.heldOut.map(({ text }) => text)
      : texts.style.heldOut.map((text) => text.split(" ").slice(0, given).join(" "));
  const [at, setAt] = useState(1);
  const [text, setText] = useState(examples[at] ?? "");
  const look = useTuning((state) => state.look);
  const { value, ready, ask } = useAsked<TuningLook>(text);
  const right = texts.classes.heldOut.find((one) => one.text === text)?.label ?? null;
  return (
    <section className="tune-part" aria-labelledby="tune-look">
      <h5 id="tune-look">{t("tune.look")}</h5>
      <div className="chapter-field">
        <label htmlFor={id}>{t(`tune.look.${goal}`)}</label>
        <input id={id} lang="en" maxLength={300} value={text} onChange={(event) => setText(event.target.value)} />
      </div>
      <div className="chapter-controls">
        <AskButton text={t("tune.look.go")} ready={ready && text.trim() !== ""} ask={() => ask(() => look(text))} />
        <button
          type="button"
          className="tool"
          onClick={() => {
            const next = (at + 1) % examples.length;
            setAt(next);
            setText(examples[next] ?? "");
          }}
        >
          {t("tune.look.another")}
        </button>
        <p role="status" className="soft small">
          {value ? t("tune.look.done", { step: run.latest?.step ?? 0 }) : null}
        </p>
      </div>
      {value ? (
        <>
          <div className="chapter-pair">
            {(["before", "after"] as const).map((when) => (
              <div key={when}>
                <p className="soft small">{t(`tune.${when}`)}</p>
                <Answer said={value.said[when]} label={t(`tune.${when}`)} text={text} {...{ texts, right }} />
              </div>
            ))}
          </div>
          <HeadBefore look={value} same={stays(run.plan)} />
        </>
      ) : null}
    </section>
  );
}

interface AnswerProps extends Pick<Props, "texts"> {
  readonly said: Said;
  readonly label: string;
  readonly text: string;
  /** The right class; null where it is not known. */
  readonly right: number | null;
}

function Answer({ said, label, text, texts, right }: AnswerProps) {
  const { t } = useTranslation();
  if (said.kind === "text") {
    return (
      <p className="fine-prompt" lang="en">
        {text} <b>{said.text.trim() === "" ? t("tune.look.nothing") : said.text}</b>
      </p>
    );
  }
  const classes = said.shares.map((probability, index) => {
    const name = texts.classes.labels[index] ?? "";
    return { id: String(index), label: name, probability };
  });
  return <ClassBars classes={classes} label={label} expected={right === null ? null : String(right)} />;
}
