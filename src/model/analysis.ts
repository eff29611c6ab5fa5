/** What can be asked about a run beyond its values, as plain data; how it is found is in the engine. */
import type { AttentionPart, HeadId } from "./names";

/** What a model would say if it stopped at each place of the residual stream. */
export interface Lens {
  /** In the order of the forward pass; the last is what the model does say. */
  readonly streams: readonly LensStream[];
  /** Names of the steps that each stream was put through. */
  readonly through: readonly string[];
}

export interface LensStream {
  readonly name: string;
  /** null for the embeddings, before the first block. */
  readonly layer: number | null;
  /** `residPre`, `residMid`, `residCross` or `residPost`. */
  readonly value: string;
  /** One for each position of the outcome; one alone for a class. */
  readonly rows: readonly LensRow[];
}

export interface LensRow {
  /** Best first, at most five. */
  readonly candidates: readonly { readonly id: number; readonly text: string; readonly probability: number }[];
  /** Probability here of what is likeliest in the end. */
  readonly final: number;
}

/** What one part of the model adds to a logit. */
export interface Contribution {
  /** Of the value that it is part of, or of the weight. */
  readonly name: string;
  readonly layer: number | null;
  readonly part: AttentionPart | "feedForward" | null;
  /** The last component of the name, such as `tokenEmbedding`, `attentionOutput`, `ffnOutput`. */
  readonly value: string;
  /** Of an attention's output, the head that it comes from; null for all else. */
  readonly head: number | null;
  /** It is the same whatever is read. */
  readonly isBias: boolean;
  /** In logits. */
  readonly amount: number;
}

export type Attribution =
  | {
      readonly kind: "contributions";
      readonly position: number;
      readonly token: number;
      readonly logit: number;
      /** In the order of the forward pass; they add up to the logit. */
      readonly contributions: readonly Contribution[];
    }
  /** The stream is normalised in every block, or the head is not linear: parts do not add up. */
  | { readonly kind: "unavailable"; readonly reason: "postNorm" | "head" };

/** What a head's absence changes, on the tokens of the run as it was. */
export interface HeadEffect {
  readonly head: HeadId;
  /** Mean over the predictions, in nats. */
  readonly divergence: number;
  /** Predictions whose likeliest is another without the head, of `predictions`. */
  readonly changed: number;
  readonly predictions: number;
}
