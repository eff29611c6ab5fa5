/** The long run that was shipped: at each checkpoint, what the model says in the places of fixed sentences, and its attention. */
import { useEffect, useId, useMemo, useState } from "react";
import { attentionName } from "../../../explorer/labels";
import { useTheme } from "../../../explorer/theme";
import { percent } from "../../../geometry/format";
import { useTranslation } from "../../../i18n";
import { type Growth as Film, growthSchema } from "../../../model/pretraining/growth";
import { visibleCharacters } from "../../../model/tokenizers/bytePairs";
import { Segments } from "../../../ui/Segments";
import { HeadGrid, type HeadPlace } from "../../../views/HeadGrid";
import { LineChart } from "../../../views/LineChart";
import { Failed } from "../../chapter/Failed";
import { useJson } from "../../chapter/useJson";

const names = ["dictionary", "fill-mask"] as const;
type Name = (typeof names)[number];

export function Growth() {
  const { t } = useTranslation();
  const [name, setName] = useState<Name>("dictionary");
  const film = useJson(`models/${name}/growth.json`, growthSchema);
  return (
    <>
      <h4 className="heading">{t("pre.growth")}</h4>
      <Segments
        label={t("pre.growth.model")}
        options={names.map((value) => ({ value, text: t(`pre.growth.${value}`) }))}
        value={name}
        onChange={setName}
      />
      <p>{t(`pre.growth.${name}.say`)}</p>
      {film.kind === "waiting" ? <div className="skeleton" aria-hidden="true" /> : null}
      {film.kind === "failed" ? <Failed again={film.again} /> : null}
      {film.kind === "ready" ? <Frames key={name} name={name} film={film.value} /> : null}
    </>
  );
}

/** Between two checkpoints while it plays, in ms. */
const pause = 900;

function Frames({ name, film }: { readonly name: Name; readonly film: Film }) {
  const { t } = useTranslation();
  const { checkpoints, sentences, items } = film;
  const last = checkpoints.length - 1;
  const [at, setAt] = useState(last);
  const [sentence, setSentence] = useState(0);
  const [playing, setPlaying] = useState(false);
  const slider = useId();
  useEffect(() => {
    if (!playing) return;
    if (at >= last) return setPlaying(false);
    const next = setTimeout(() => setAt(at + 1), pause);
    return () => clearTimeout(next);
  }, [playing, at, last]);
  const checkpoint = checkpoints[at];
  if (!checkpoint) return null;
  const go = (to: number) => {
    setPlaying(false);
    setAt(to);
  };
  return (
    <>
      <Losses film={film} />
      <div className="chapter-controls">
        <button
          type="button"
          className="tool"
          onClick={() => {
            if (at === last) setAt(0);
            setPlaying(!playing);
          }}
        >
          {t(playing ? "pre.merges.pause" : "pre.merges.play")}
        </button>
        <label htmlFor={slider}>
          {t("pre.growth.at", { step: checkpoint.step.toLocaleString("en"), loss: checkpoint.loss.toFixed(3), items })}
        </label>
        <input
          id={slider}
          type="range"
          min={0}
          max={last}
          value={at}
          onChange={(event) => go(Number(event.target.value))}
        />
      </div>
      <Segments
        label={t("pre.growth.sentence")}
        options={sentences.map((_, index) => ({ value: String(index), text: String(index + 1) }))}
        value={String(sentence)}
        onChange={(value) => setSentence(Number(value))}
      />
      <Places name={name} film={film} at={at} sentence={sentence} />
      <Attention name={name} film={film} at={at} sentence={sentence} />
    </>
  );
}

function Losses({ film: { checkpoints } }: { readonly film: Film }) {
  const { t } = useTranslation();
  const [selected, setSelected] = useState<number | null>(null);
  const chart = useMemo(
    () => ({
      data: Float32Array.from(checkpoints, ({ loss }) => loss),
      labels: checkpoints.map(({ step }) => step.toLocaleString("en")),
      places: checkpoints.map(({ step }) => step),
    }),
    [checkpoints],
  );
  return (
    <LineChart
      data={chart.data}
      rowLabels={[t("pre.growth.loss")]}
      columnLabels={chart.labels}
      columnPlaces={chart.places}
      // The first steps teach as much as thousands of later ones.
      logarithmic
      label={t("pre.growth.losses")}
      selected={selected}
      onSelect={setSelected}
      height={170}
      named
    />
  );
}

interface MomentProps {
  readonly name: Name;
  readonly film: Film;
  readonly at: number;
  readonly sentence: number;
}

const seen = (token: string) => visibleCharacters(token).join("");

function Places({ name, film, at, sentence }: MomentProps) {
  const { t } = useTranslation();
  const tokens = film.sentences[sentence]?.tokens ?? [];
  const places = film.checkpoints[at]?.sentences[sentence]?.places ?? [];
  return (
    <>
      <p className="soft small">{t(`pre.growth.${name}.places`)}</p>
      <ol className="pre-places">
        {tokens.map((token, place) => {
          const { candidates = [], right = 0 } = places[place] ?? {};
          return (
            <li key={place}>
              <b lang="">{seen(token)}</b>
              <span className="pre-right" title={t("pre.growth.right", { percent: percent(right) })}>
                <i style={{ width: `${100 * right}%` }} />
              </span>
              <ul lang="">
                {candidates.map(([text, probability], rank) => (
                  <li key={rank} data-right={text === token ? "" : undefined}>
                    {seen(text)} <span className="pre-nats">{percent(probability)}</span>
                  </li>
                ))}
              </ul>
            </li>
          );
        })}
      </ol>
    </>
  );
}

const none: readonly HeadPlace[] = [];

function Attention({ name, film, at, sentence }: MomentProps) {
  const { t } = useTranslation();
  const theme = useTheme();
  const [selected, setSelected] = useState<HeadPlace | null>(null);
  const read = film.sentences[sentence]?.read.length ?? 0;
  const patterns = film.checkpoints[at]?.sentences[sentence]?.patterns;
  const rows = useMemo(
    () =>
      (patterns ?? []).map((thousandths, layer) => {
        const id = { stack: name === "dictionary" ? "decoder" : "encoder", layer, part: "selfAttention" } as const;
        const pattern = Float32Array.from(thousandths, (value) => value / 1000);
        return { ...id, heads: film.heads, queries: read, keys: read, pattern, label: attentionName(t, id) };
      }),
    [patterns, film.heads, read, name, t],
  );
  return (
    <>
      <p className="soft small">{t("pre.growth.attention")}</p>
      <HeadGrid
        rows={rows}
        label={t("pre.growth.attention")}
        theme={theme}
        selected={selected}
        onSelect={setSelected}
        off={none}
      />
    </>
  );
}
