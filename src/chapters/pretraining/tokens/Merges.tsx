/** Byte pairs learned one at a time on the corpus: the pairs that could be next, the vocabulary, the text as it is cut. */
import { useEffect, useId, useMemo, useState } from "react";
import { useTranslation } from "../../../i18n";
import type { Pair } from "../../../model/tokenizers/bytePairs";
import { pairsOf, visibleCharacters, wordsIn } from "../../../model/tokenizers/bytePairs";
import { BarList } from "../../../views/BarList";
import { LineChart } from "../../../views/LineChart";
import { usePipeline } from "../pipeline";
import { cut, type Learned, useLearned } from "./learned";
import { TokenRow } from "./TokenRow";

/** Between two merges while it plays, in ms. */
const pause = 450;
/** Pairs that are listed, tokens of the vocabulary, words of the text. */
const [listed, newest, words] = [8, 28, 60] as const;

interface Props {
  readonly step: number;
  readonly onStep: (step: number) => void;
}

export function Merges({ step: asked, onStep }: Props) {
  const { t } = useTranslation();
  const learned = useLearned();
  const last = learned.merges.length;
  const step = Math.min(asked, last);
  const [playing, setPlaying] = useState(false);
  useEffect(() => {
    if (!playing) return;
    if (step >= last) return setPlaying(false);
    const next = setTimeout(() => onStep(step + 1), pause);
    return () => clearTimeout(next);
  }, [playing, step, last, onStep]);
  const slider = useId();
  const merge = step > 0 ? learned.merges[step - 1] : undefined;
  const button = (text: string, onClick: () => void, disabled: boolean) => (
    <button type="button" className="tool" disabled={disabled} onClick={onClick}>
      {text}
    </button>
  );
  const go = (to: number) => {
    setPlaying(false);
    onStep(to);
  };
  return (
    <>
      <h4 className="heading">{t("pre.merges")}</h4>
      <div className="chapter-controls">
        {button(t("pre.merges.back"), () => go(step - 1), step === 0)}
        {button(
          t(playing ? "pre.merges.pause" : "pre.merges.play"),
          () => setPlaying(!playing),
          step >= last && !playing,
        )}
        {button(t("pre.merges.step"), () => go(step + 1), step >= last)}
        <label htmlFor={slider}>{t("pre.merges.at", { step, last })}</label>
        <input
          id={slider}
          type="range"
          min={0}
          max={last}
          value={step}
          onChange={(event) => go(Number(event.target.value))}
        />
      </div>
      <p className="pre-merge">
        {merge ? t("pre.merges.did", { ...merge, whole: merge.left + merge.right }) : t("pre.merges.start")}
      </p>
      <div className="chapter-pair">
        <NextPairs learned={learned} step={step} />
        <Vocabulary learned={learned} step={step} />
      </div>
      <Text merges={learned.merges} step={step} />
      <Shrinking learned={learned} step={step} />
    </>
  );
}

interface StandingProps {
  readonly learned: Learned;
  readonly step: number;
}

function NextPairs({ learned: { states }, step }: StandingProps) {
  const { t } = useTranslation();
  const pairs = useMemo(() => pairsOf(states[step] ?? []).slice(0, listed), [states, step]);
  const rows = pairs.map(({ left, right, count }) => ({
    id: `${left} ${right}`,
    label: `${left} + ${right}`,
    language: "",
    value: count,
    text: String(count),
    words: t("pre.pair", { left, right, count }),
  }));
  return (
    <section aria-labelledby="pre-pairs">
      <h5 id="pre-pairs" className="heading plain">
        {t("pre.pairs")}
      </h5>
      <BarList rows={rows} label={t("pre.pairs")} />
    </section>
  );
}

function Vocabulary({ learned: { characters, merges, counts }, step }: StandingProps) {
  const { t } = useTranslation();
  const own = merges.slice(Math.max(0, step - newest), step).map(({ left, right }) => left + right);
  const base = characters.slice(0, newest - own.length);
  const shown = [...base, ...own];
  const tokens = counts[step] ?? 0;
  return (
    <section aria-labelledby="pre-vocabulary">
      <h5 id="pre-vocabulary" className="heading plain">
        {t("pre.vocabulary", { size: characters.length + step, shown: shown.length })}
      </h5>
      <ul className="pre-tokens" lang="">
        {shown.map((token, index) => (
          <li
            key={`${token} ${index}`}
            className="pre-token"
            data-new={step > 0 && index === shown.length - 1 ? "" : undefined}
          >
            {token}
          </li>
        ))}
      </ul>
      <p className="soft small">
        {t("pre.vocabulary.say", {
          characters: characters.length,
          step,
          tokens,
          each: (tokens === 0 ? 0 : (counts[0] ?? 0) / tokens).toFixed(2),
        })}
      </p>
    </section>
  );
}

function Text({ merges, step }: { readonly merges: readonly Pair[]; readonly step: number }) {
  const { t } = useTranslation();
  const { corpus } = usePipeline();
  const text = useMemo(() => {
    // From the end: the visitor's own text is the last of the sources.
    const found: string[] = [];
    for (const one of [...corpus].reverse()) {
      if (found.length >= words) break;
      found.unshift(...wordsIn(one));
    }
    return found.slice(0, words);
  }, [corpus]);
  const last = merges[step - 1];
  const whole = last ? last.left + last.right : null;
  const tokens = useMemo(
    () => text.flatMap((word) => cut(visibleCharacters(word), merges, step)),
    [text, merges, step],
  );
  return (
    <section aria-labelledby="pre-cut">
      <h5 id="pre-cut" className="heading plain">
        {t("pre.cut", { count: tokens.length })}
      </h5>
      <TokenRow tokens={tokens.map((token) => ({ text: token, fresh: token === whole }))} />
    </section>
  );
}

function Shrinking({ learned: { counts }, step }: StandingProps) {
  const { t } = useTranslation();
  const labels = useMemo(() => counts.map((_, index) => String(index)), [counts]);
  const data = useMemo(() => Float32Array.from(counts), [counts]);
  const [selected, setSelected] = useState<number | null>(null);
  return (
    <section aria-labelledby="pre-shrinking">
      <h5 id="pre-shrinking" className="heading plain">
        {t("pre.shrinking", { step, count: counts[step] ?? 0 })}
      </h5>
      <LineChart
        data={data}
        rowLabels={[t("pre.shrinking.tokens")]}
        columnLabels={labels}
        label={t("pre.shrinking.label")}
        selected={selected}
        onSelect={setSelected}
        height={150}
        named
      />
    </section>
  );
}
