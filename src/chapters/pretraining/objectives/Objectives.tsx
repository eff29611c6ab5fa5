/** Three objectives on one sentence, and what shipped models lose on it. */
import { useId, useMemo, useState } from "react";
import { z } from "zod";
import { useTranslation } from "../../../i18n";
import { randomNumbers } from "../../../model/parameters";
import { counted, maskedTokens, nextToken, type Slot, spans } from "../../../model/pretraining/objectives";
import { Tokenizer } from "../../../model/tokenizers/tokenizer";
import { Failed } from "../../chapter/Failed";
import { useJson } from "../../chapter/useJson";
import { useModel } from "../../chapter/useModel";
import { SlotRow } from "./SlotRow";
import { lossesOf, type Places } from "./score";

const anything = z.unknown();
/** Tokens of a span, as T5 has them. */
const mean = 3;
/** Tokens of the sentence at most: with those around it it must fit into 64. */
const most = 60;

export function Objectives() {
  const file = useJson("models/fill-mask/tokenizer.json", anything);
  const json = file.kind === "ready" ? file.value : null;
  const tokenizer = useMemo(() => (json === null ? null : new Tokenizer(json)), [json]);
  if (file.kind === "failed") return <Failed again={file.again} />;
  return tokenizer ? <WithTokens tokenizer={tokenizer} /> : <div className="skeleton" aria-hidden="true" />;
}

function WithTokens({ tokenizer }: { readonly tokenizer: Tokenizer }) {
  const { t } = useTranslation();
  const [sentence, setSentence] = useState("otter (noun): a young animal that lives in the cold water of the north");
  const [percent, setPercent] = useState(15);
  const [seed, setSeed] = useState(1);
  const [field, slider] = [useId(), useId()];
  // Without [CLS] and [SEP].
  const tokens = useMemo(() => tokenizer.encode(sentence).slice(1, -1).slice(0, most), [tokenizer, sentence]);
  const texts = tokens.map(({ text }) => text);
  const share = percent / 100;
  const masked = maskedTokens(texts, { share, mask: "[MASK]", random: randomNumbers(seed) });
  const taken = texts.length < 2 ? null : spans(texts, { share, mean, random: randomNumbers(seed) });
  return (
    <>
      <div className="chapter-pair">
        <div className="chapter-field">
          <label htmlFor={field}>{t("pre.objective.sentence")}</label>
          <input id={field} value={sentence} maxLength={200} onChange={(event) => setSentence(event.target.value)} />
        </div>
        <div className="chapter-controls">
          <label htmlFor={slider}>{t("pre.objective.share", { percent })}</label>
          <input
            id={slider}
            type="range"
            min={5}
            max={60}
            step={5}
            value={percent}
            onChange={(event) => setPercent(Number(event.target.value))}
          />
          <button type="button" className="tool" onClick={() => setSeed(seed + 1)}>
            {t("pre.objective.again")}
          </button>
        </div>
      </div>
      {texts.length === 0 ? (
        <p className="soft">{t(sentence.trim() === "" ? "problem.emptyText" : "problem.unknownText")}</p>
      ) : (
        <>
          <NextToken key={`next ${sentence}`} sentence={sentence} texts={texts} />
          <Masked key={`masked ${sentence} ${percent} ${seed}`} sentence={sentence} slots={masked} />
          {taken ? (
            <article className="pre-objective">
              <h4>{t("pre.objective.spans")}</h4>
              <p>{t("pre.objective.spans.say")}</p>
              <SlotRow label={t("pre.objective.encoder")} slots={taken.source} />
              <SlotRow label={t("pre.objective.decoder")} slots={taken.target} />
              <Counted slots={taken.target} all={texts.length} />
              <p className="soft small">{t("pre.objective.spans.none")}</p>
            </article>
          ) : null}
        </>
      )}
    </>
  );
}

function Counted({ slots, all }: { readonly slots: readonly Slot[]; readonly all: number }) {
  const { t } = useTranslation();
  return <p className="soft small">{t("pre.objective.counted", { counted: counted(slots), all })}</p>;
}

function NextToken({ sentence, texts }: { readonly sentence: string; readonly texts: readonly string[] }) {
  const { t } = useTranslation();
  // What ends the text is left out: the sentence may go on.
  const slots = nextToken(texts, "<end>", "").slice(0, -1);
  const { nats, loss } = useLoss("dictionary", sentence, (ids) =>
    ids.slice(1, 1 + slots.length).map((id, row) => [row, id ?? 0] as const),
  );
  return (
    <article className="pre-objective">
      <h4>{t("pre.objective.next")}</h4>
      <p>{t("pre.objective.next.say")}</p>
      <SlotRow label={t("pre.objective.rows")} slots={slots} nats={nats} />
      <Counted slots={slots} all={texts.length} />
      {loss}
    </article>
  );
}

function Masked({ sentence, slots }: { readonly sentence: string; readonly slots: readonly Slot[] }) {
  const { t } = useTranslation();
  // After [CLS].
  const places = slots.flatMap(({ wanted }, place) => (wanted === null ? [] : [place + 1]));
  const { nats, loss } = useLoss(
    "fill-mask",
    sentence,
    (ids) => places.map((place) => [place, ids[place] ?? 0] as const),
    places,
  );
  return (
    <article className="pre-objective">
      <h4>{t("pre.objective.masked")}</h4>
      <p>{t("pre.objective.masked.say")}</p>
      <SlotRow label={t("pre.objective.rows")} slots={slots} nats={nats} />
      <Counted slots={slots} all={slots.length} />
      {loss}
    </article>
  );
}

/** Asks for the loss when the button is pressed, and shows it. */
function useLoss(name: "dictionary" | "fill-mask", text: string, places: Places, masked?: readonly number[]) {
  const { t } = useTranslation();
  const { title, value: nats, busy, ask, status } = useModel<readonly number[]>(name, text);
  const input = { kind: "text", text, ...(masked && { masked }) } as const;
  const mean = nats && nats.length > 0 ? nats.reduce((a, b) => a + b, 0) / nats.length : null;
  const loss = (
    <div className="chapter-controls">
      <button
        type="button"
        className="tool"
        disabled={busy}
        onClick={() => void ask((pass) => lossesOf(pass, input, places))}
      >
        {t("pre.loss.ask", { model: title })}
      </button>
      <p role="status">
        {status}
        {mean === null ? "" : t("pre.loss", { nats: mean.toFixed(3), among: Math.exp(mean).toFixed(1) })}
      </p>
    </div>
  );
  return { nats, loss };
}
