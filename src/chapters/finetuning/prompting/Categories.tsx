/** The category of a definition, asked of `dictionary` by a prompt: two ways of asking, 0 to 4 examples. */
import { useId, useState } from "react";
import { percent } from "../../../geometry/format";
import { useTranslation } from "../../../i18n";
import { randomNumbers } from "../../../model/parameters";
import { accuracy, difference, type Prompting } from "../../../model/prompting/measured";
import { draw, labels, questions, type Way, ways } from "../../../model/prompting/prompts";
import { writeLink } from "../../../state/link";
import { defaultScene } from "../../../state/scene";
import { Segments } from "../../../ui/Segments";
import { ClassBars } from "../../../views/ClassBars";
import { useModel } from "../../chapter/useModel";
import { type Judged, judged } from "./judge";
import { Measured } from "./Measured";

interface Props {
  readonly measured: Prompting["categories"];
  readonly command: string;
}

export function Categories({ measured, command }: Props) {
  const { t } = useTranslation();
  const { items, results } = measured;
  const resultsOf = (way: Way) => results.filter((result) => result.way === way);
  return (
    <article className="fine-card">
      <h4>{t("fine.categories")}</h4>
      <p>{t("fine.categories.say", { labels: labels.join(", "), items })}</p>
      <Measured
        lines={ways.map((way) => ({ name: t(`fine.way.${way}`), points: resultsOf(way) }))}
        items={items}
        among={labels.length}
        label={t("fine.categories.figure")}
        command={command}
      />
      {ways.map((way) => {
        const [none, most] = [resultsOf(way)[0], resultsOf(way).at(-1)];
        if (!none || !most) return null;
        const share = (right: number) => percent(accuracy(right, items).share);
        return (
          <p key={way}>
            {t(`fine.verdict.${difference(none.right, most.right, items)}`, {
              way: t(`fine.way.${way}`),
              zero: share(none.right),
              shots: most.shots,
              most: share(most.right),
            })}
          </p>
        );
      })}
      <p>{t("fine.categories.why")}</p>
      <Try measured={measured} />
    </article>
  );
}

function Try({ measured }: Pick<Props, "measured">) {
  const { t } = useTranslation();
  const field = useId();
  const [way, setWay] = useState<Way>("definition");
  const [wanted, setShots] = useState(1);
  const [seed, setSeed] = useState(1);
  const [at, setAt] = useState(0);
  const [text, setText] = useState(measured.questions[0]?.text ?? "");
  const offered = measured.results.flatMap((result) => (result.way === way ? [result.shots] : []));
  const shots = Math.min(wanted, Math.max(...offered));
  const shown = draw(measured.examples, shots, randomNumbers(seed));
  const asked = questions(way, shown, text.trim());
  const { title, value, busy, ask, status } = useModel<Judged>("dictionary", JSON.stringify(asked));
  const right = measured.questions.find((question) => question.text === text.trim())?.label ?? null;
  const best = labels.findIndex((_, index) => value?.shares[index] === Math.max(...(value?.shares ?? [])));
  const open = asked[Math.max(0, best)];
  const another = () => {
    const next = (at + 1) % measured.questions.length;
    setAt(next);
    setText(measured.questions[next]?.text ?? "");
  };
  return (
    <>
      <h5 className="heading">{t("fine.try")}</h5>
      <div className="chapter-controls">
        <Segments
          label={t("fine.way")}
          options={ways.map((value) => ({ value, text: t(`fine.way.${value}`) }))}
          value={way}
          onChange={setWay}
        />
        <Segments
          label={t("fine.prompt.shots")}
          options={offered.map((count) => ({ value: String(count), text: String(count) }))}
          value={String(shots)}
          onChange={(count) => setShots(Number(count))}
        />
      </div>
      <div className="chapter-field">
        <label htmlFor={field}>{t("fine.definition")}</label>
        <input id={field} lang="en" value={text} maxLength={80} onChange={(event) => setText(event.target.value)} />
      </div>
      <div className="chapter-controls">
        <button type="button" className="tool" onClick={another}>
          {t("fine.definition.another")}
        </button>
        <button type="button" className="tool" disabled={shots === 0} onClick={() => setSeed(seed + 1)}>
          {t("fine.examples.others")}
        </button>
      </div>
      <p className="soft small">{t(`fine.way.${way}.prompt`)}</p>
      <ol className="fine-prompts" lang="en">
        {(way === "label" ? asked.slice(0, 1) : asked).map(({ given, told }) => (
          <li key={given} className="fine-prompt">
            {given}
            {way === "label" ? <b> ?</b> : <b>{told}</b>}
          </li>
        ))}
      </ol>
      <div className="chapter-controls">
        <button
          type="button"
          className="tool"
          disabled={busy || text.trim() === ""}
          onClick={() => void ask((pass) => judged(pass, asked))}
        >
          {t("fine.ask", { model: title })}
        </button>
        {open ? (
          <a
            className="tool"
            href={writeLink({
              ...defaultScene,
              model: "dictionary",
              input: { kind: "text", text: way === "label" ? open.given : open.given + open.told },
              generation: { ...defaultScene.generation, steps: 0 },
              selection: { stack: "decoder", layer: 3, part: "selfAttention", head: 0, ...nowhere },
            })}
          >
            {t("fine.open")}
          </a>
        ) : null}
        <p role="status">{status}</p>
      </div>
      {value ? (
        <>
          <ClassBars
            classes={labels.map((label, index) => ({ id: label, label, probability: value.shares[index] ?? 0 }))}
            expected={right}
            label={t("fine.answer", { model: title })}
          />
          <p className="soft small">
            {way === "label"
              ? t("fine.answer.label", { percent: percent(value.together) })
              : t("fine.answer.definition")}
          </p>
        </>
      ) : null}
    </>
  );
}

const nowhere = { query: null, key: null, position: null } as const;
