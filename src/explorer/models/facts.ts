/** What a model is, in the reader's words: its title, its size, its score. */
import type { ModelInfo } from "../../engine/protocol";
import { megabytes, parameterCount, percent } from "../../geometry/format";
import type { Locale, Translate } from "../../i18n";
import { bytesOf, type ModelEntry, type ModelScore } from "../../state/models";

/** What the menu says of a model, whether it comes with the page or was brought along. */
export interface ModelFacts {
  readonly name: string;
  readonly title: string;
  /** One sentence; "" where nobody wrote one. */
  readonly does: string;
  readonly architecture: ModelEntry["architecture"];
  readonly parameters: number;
  /** Of all files to fetch. */
  readonly bytes: number;
  /** The score that it is judged by; null where none was measured. */
  readonly score: ModelScore | null;
}

export function factsOfEntry(entry: ModelEntry, locale: Locale): ModelFacts {
  const { name, title, does, architecture, parameters, scores } = entry;
  const said = { name, title: title[locale], does: does[locale], architecture, parameters };
  return { ...said, bytes: bytesOf(entry), score: scores[0] ?? null };
}

/** Of a model that is not in the list of those that come with the page. */
export function factsOfModel({ name, about, config, parameters, bytes }: ModelInfo, locale: Locale): ModelFacts {
  const said = { title: about?.title[locale] ?? name, does: about?.does[locale] ?? "" };
  return { name, ...said, architecture: config.architecture, parameters, bytes, score: null };
}

/** "encoder–decoder · 0.27 M parameters · 99.9 % exact on unseen examples" */
export function shortFacts(t: Translate, { architecture, parameters, score }: ModelFacts, locale: Locale): string {
  const shape = t("input.modelShape", {
    architecture: t(`architecture.${architecture}`),
    parameters: parameterCount(parameters, locale),
  });
  return score ? `${shape} · ${scoreText(t, score)}` : shape;
}

/** The same with the size of the download. */
export function longFacts(t: Translate, facts: ModelFacts, locale: Locale): string {
  return `${megabytes(facts.bytes)} · ${shortFacts(t, facts, locale)}`;
}

/** Metrics with words of their own, by the names that model cards use; others are named as the card has them. */
const metrics = {
  exact_match: ["score.exactMatch", percent],
  accuracy: ["score.accuracy", percent],
  phoneme_error_rate: ["score.phonemeErrorRate", percent],
  per: ["score.phonemeErrorRate", percent],
  bits_per_byte: ["score.bitsPerByte", precise],
  cross_entropy: ["score.nats", precise],
} as const;

function precise(value: number): string {
  return value.toFixed(2);
}

/** A held-out score: "99.9 % exact on unseen examples". */
export function scoreText(t: Translate, { type, name, value }: ModelScore): string {
  if (!isMetric(type)) return t("score.other", { name, value: precise(value) });
  const [key, write] = metrics[type];
  return t(key, { value: write(value) });
}

function isMetric(type: string): type is keyof typeof metrics {
  return Object.hasOwn(metrics, type);
}
