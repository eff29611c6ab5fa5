/** One sentence as each way of cutting has it: characters, words, the merges learned above, the shipped models, and GPT. */
import { useId, useMemo, useState } from "react";
import { z } from "zod";
import { useTranslation } from "../../../i18n";
import { visibleCharacters, wordsIn } from "../../../model/tokenizers/bytePairs";
import { Tokenizer } from "../../../model/tokenizers/tokenizer";
import { useApp } from "../../../state/useApp";
import { Failed } from "../../chapter/Failed";
import { useJson } from "../../chapter/useJson";
import { usePipeline } from "../pipeline";
import { loadGpt } from "./gpt";
import { cut, useLearned } from "./learned";
import { type ShownToken, TokenRow } from "./TokenRow";

/** Models whose tokenizers differ in kind: pieces of words by bytes, whole words, characters. */
const shipped = ["dictionary", "translate", "poems"] as const;
const anything = z.unknown();

export function Tokenisations({ step }: { readonly step: number }) {
  const { t } = useTranslation();
  const { corpus } = usePipeline();
  const { merges, characters } = useLearned();
  const [sentence, setSentence] = useState("The White Rabbit sleeps unhappily; 白日依山尽.");
  const [gpt, setGpt] = useState<Awaited<ReturnType<typeof loadGpt>> | "waiting" | "failed" | null>(null);
  const fetchGpt = () => {
    setGpt("waiting");
    loadGpt().then(setGpt, () => setGpt("failed"));
  };
  const field = useId();
  const vocabulary = useMemo(
    () => new Set(corpus.flatMap((text) => wordsIn(text).map((word) => word.trim()))),
    [corpus],
  );
  const known = useMemo(() => new Set(characters), [characters]);
  const words = wordsIn(sentence)
    .map((word) => word.trim())
    .filter((word) => word !== "");
  const own = wordsIn(sentence).flatMap((word) => cut(visibleCharacters(word), merges, step));
  const at = Math.min(step, merges.length);
  return (
    <>
      <h4 className="heading">{t("pre.ways")}</h4>
      <div className="chapter-field">
        <label htmlFor={field}>{t("pre.sentence")}</label>
        <input id={field} value={sentence} maxLength={200} onChange={(event) => setSentence(event.target.value)} />
      </div>
      <dl className="pre-ways">
        <Way
          name={t("pre.way.characters")}
          size={characters.length}
          tokens={visibleCharacters(sentence).map((text) => ({ text, unknown: !known.has(text) }))}
        />
        <Way
          name={t("pre.way.words")}
          size={vocabulary.size}
          tokens={words.map((text) => ({ text, unknown: !vocabulary.has(text) }))}
        />
        <Way
          name={t("pre.way.own", { step: at })}
          size={characters.length + at}
          tokens={own.map((text) => ({ text, unknown: [...text].some((character) => !known.has(character)) }))}
        />
        {shipped.map((name) => (
          <Shipped key={name} name={name} sentence={sentence} />
        ))}
        {gpt === null || gpt === "failed" || gpt === "waiting"
          ? null
          : [...gpt].map(([name, tokenizer]) => (
              <Way
                key={name}
                name={t(`pre.way.${name}`)}
                size={tokenizer.size}
                tokens={tokenizer.cut(sentence).map((text) => ({ text: visible(text) }))}
              />
            ))}
      </dl>
      {gpt === null || gpt === "waiting" ? (
        <button type="button" className="tool" disabled={gpt === "waiting"} onClick={fetchGpt}>
          {t("pre.way.gpt")}
        </button>
      ) : null}
      {gpt === "failed" ? <Failed again={fetchGpt} /> : null}
      <p className="soft small">{t("pre.ways.help")}</p>
    </>
  );
}

/** With its spaces to be seen; those between the bytes of half a character are none of the text. */
function visible(text: string): string {
  return text
    .split(/(⟨[0-9A-F ]+⟩)/)
    .map((part, index) => (index % 2 === 1 ? part : visibleCharacters(part).join("")))
    .join("");
}

interface WayProps {
  readonly name: string;
  /** Of the vocabulary. */
  readonly size: number;
  readonly tokens: readonly ShownToken[];
}

function Way({ name, size, tokens }: WayProps) {
  const { t } = useTranslation();
  const unknown = tokens.filter((token) => token.unknown).length;
  return (
    <div>
      <dt>
        <b>{name}</b>{" "}
        <span className="soft small">
          {t("pre.way.size", { size, count: tokens.length })}{" "}
          {unknown > 0 ? t("pre.way.unknown", { count: unknown }) : ""}
        </span>
      </dt>
      <dd>
        <TokenRow tokens={tokens} />
      </dd>
    </div>
  );
}

function Shipped({ name, sentence }: { readonly name: (typeof shipped)[number]; readonly sentence: string }) {
  const { t, i18n } = useTranslation();
  const title = useApp((state) => state.models.find((model) => model.name === name)?.title);
  const file = useJson(`models/${name}/tokenizer.json`, anything);
  const json = file.kind === "ready" ? file.value : null;
  const tokenizer = useMemo(() => (json === null ? null : new Tokenizer(json)), [json]);
  const label = t(`pre.way.${name}`, { model: (i18n.language === "en" ? title?.en : title?.["zh-Hans"]) ?? name });
  if (file.kind === "failed") return <Way name={`${label}: ${t("chapter.failed")}`} size={0} tokens={[]} />;
  if (!tokenizer) return null;
  const tokens = tokenizer
    .encode(sentence)
    // What the tokenizer adds by itself is no piece of the sentence; part of a character has no place, but bytes.
    .filter(({ start, bytes }) => start !== undefined || bytes !== null)
    .map(({ text, known }) => ({ text: visible(text), unknown: !known }));
  return <Way name={label} size={tokenizer.vocabularySize} tokens={tokens} />;
}
