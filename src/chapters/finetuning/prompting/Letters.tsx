/** A mapping of letters made up on the spot, learned by `induction` from the prompt: with its induction head and without. */
import { useState } from "react";
import { percent } from "../../../geometry/format";
import { useTranslation } from "../../../i18n";
import { randomNumbers } from "../../../model/parameters";
import { accuracy, inductionHead, type Prompting } from "../../../model/prompting/measured";
import { mapping } from "../../../model/prompting/prompts";
import { writeLink } from "../../../state/link";
import { defaultScene } from "../../../state/scene";
import { Segments } from "../../../ui/Segments";
import { useModel } from "../../chapter/useModel";
import { type Completed, completed } from "./complete";
import { LettersAnswer } from "./LettersAnswer";
import { Measured } from "./Measured";

interface Props {
  readonly measured: Prompting["letters"];
  readonly command: string;
}

export function Letters({ measured, command }: Props) {
  const { t } = useTranslation();
  const [pairs, setPairs] = useState(3);
  const { items, among, results, heads } = measured;
  const own = results.filter((result) => result.pairs === pairs);
  const head = inductionHead(heads);
  const one = own.find(({ shots }) => shots === 1);
  const share = (right: number) => percent(accuracy(right, items).share);
  if (!head || !one) return null;
  return (
    <article className="fine-card">
      <h4>{t("fine.letters")}</h4>
      <p>{t("fine.letters.say")}</p>
      <Segments
        label={t("fine.letters.pairs")}
        options={[...new Set(results.map((result) => result.pairs))].map((count) => ({
          value: String(count),
          text: String(count),
        }))}
        value={String(pairs)}
        onChange={(count) => setPairs(Number(count))}
      />
      <Measured
        lines={[
          { name: t("fine.letters.with"), points: own },
          {
            name: t("fine.letters.without"),
            points: own.map(({ shots, rightWithout }) => ({ shots, right: rightWithout })),
          },
        ]}
        items={items}
        among={among}
        label={t("fine.letters.figure", { pairs })}
        command={command}
      />
      <p>{t("fine.letters.one", { with: share(one.right), without: share(one.rightWithout) })}</p>
      <p>
        {t("fine.letters.head", {
          block: head.layer + 1,
          head: head.head + 1,
          answer: percent(head.answer),
          after: percent(head.after),
        })}
      </p>
      <p>{t("fine.letters.limits")}</p>
      <Try head={head} pairs={pairs} offered={own.map(({ shots }) => shots)} />
    </article>
  );
}

interface TryProps {
  readonly head: { readonly layer: number; readonly head: number };
  readonly pairs: number;
  readonly offered: readonly number[];
}

function Try({ head, pairs: count, offered }: TryProps) {
  const { t } = useTranslation();
  const [shots, setShots] = useState(1);
  const [seed, setSeed] = useState(1);
  const { pairs, prompt } = mapping(count, shots, randomNumbers(seed));
  const text = prompt.join(" ");
  const at = { stack: "decoder", part: "selfAttention", ...head } as const;
  const { title, value, busy, ask, status } = useModel<Completed>("induction", text);
  const link = (off: boolean) =>
    writeLink({
      ...defaultScene,
      model: "induction",
      input: { kind: "text", text },
      generation: { ...defaultScene.generation, steps: 0 },
      selection: { ...at, query: null, key: null, position: null },
      changes: off ? [{ kind: "head", at, to: "zero" }] : [],
    });
  return (
    <>
      <h5 className="heading">{t("fine.try")}</h5>
      <div className="chapter-controls">
        <Segments
          label={t("fine.prompt.shots")}
          options={offered.map((number) => ({ value: String(number), text: String(number) }))}
          value={String(shots)}
          onChange={(number) => setShots(Number(number))}
        />
        <button type="button" className="tool" onClick={() => setSeed(seed + 1)}>
          {t("fine.letters.another")}
        </button>
      </div>
      <p>
        {t("fine.letters.mapping")}{" "}
        <span lang="">{pairs.map(([asked, answer]) => `${asked} → ${answer}`).join(", ")}</span>
      </p>
      <LettersAnswer prompt={prompt} answer={pairs[0]?.[1] ?? ""} completed={value} title={title} />
      <div className="chapter-controls">
        <button
          type="button"
          className="tool"
          disabled={busy}
          onClick={() => void ask((pass) => completed(pass, text, at))}
        >
          {t("fine.ask.both", { model: title })}
        </button>
        <a className="tool" href={link(false)}>
          {t("fine.open")}
        </a>
        <a className="tool" href={link(true)}>
          {t("fine.open.without")}
        </a>
        <p role="status">{status}</p>
      </div>
    </>
  );
}
