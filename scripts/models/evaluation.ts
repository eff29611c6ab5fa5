/** What it means to hold a shipped model to its held-out set, and what its card says. */
import type { ModelFacts, OpenImages, OpenModel } from "./open";

/** One number of a model on its held-out set. */
export interface Score {
  /** As on the card: "exact match, English to French". */
  readonly name: string;
  /** The hub's name of the metric: https://huggingface.co/metrics */
  readonly metric: string;
  readonly value: number;
}

export interface Result {
  /** The number that the model is judged by comes first. */
  readonly scores: readonly Score[];
  /** Items that the scores are of. */
  readonly items: number;
}

/** What is known of a training run besides the shape of the model: scripts/pretrain/<name>.training.json. */
export type TrainingFacts = Readonly<Record<string, unknown>>;

/** The parts of a card that are not the same for all models. Markdown. */
export interface CardText {
  /** Front matter: https://huggingface.co/docs/hub/model-cards */
  readonly license: string;
  readonly languages: readonly string[];
  readonly pipeline: string;
  readonly tags: readonly string[];
  readonly dataset: { readonly name: string; readonly type: string };
  /** What it does and how it is built. */
  readonly summary: string;
  readonly vocabulary: string;
  readonly data: string;
  readonly training: string;
  /** What the scores are of and what they are compared with. */
  readonly scores: string;
  readonly limits: readonly string[];
}

/** One file of scripts/models/evaluations exports this for the model that it is named after. */
export interface Evaluation<M extends OpenModel | OpenImages = OpenModel> {
  /** Runs the held-out set (or a sample of fixed size) on the backend that is set; `wrong` is told what went wrong. */
  readonly evaluate: (model: M, wrong: (what: string) => void) => Promise<Result>;
  /** What the first score must beat, computed by another model on the same set; null where there is none. */
  readonly baseline: (training: TrainingFacts) => number | null;
  readonly card: (info: ModelFacts, training: TrainingFacts, result: Result) => CardText;
}
