/** The forward function of a model of any architecture, by its config. */
import type { ModelConfig } from "../config";
import type { Operations, Weights } from "../operations";
import { decoderOnly } from "./decoderOnly";
import { encoderDecoder } from "./encoderDecoder";
import { encoderOnly } from "./encoderOnly";
import { imageEncoder } from "./imageEncoder";

/** What a model reads; a model takes what its architecture needs. */
export interface TransformerInputs<V> {
  /** Token ids [B, T] of the decoder, or of the only stack; of an image encoder, patches [B, P, I]. */
  readonly ids: V;
  /** Token ids [B, S] of the encoder of an encoder–decoder. */
  readonly source: V | null;
  /** Segment ids [B, T], for models with segments. */
  readonly segments: V | null;
  /** 1 keeps, 0 is padding: of the source in an encoder–decoder [B, S], else of `ids` [B, T]; null keeps all. */
  readonly keep: V | null;
}

/** → logits [B, T, V], or [B, K] of a model that classifies; throws where an input is missing that the architecture needs. */
export function transformer<V>(
  op: Operations<V>,
  config: ModelConfig,
  weights: Weights<V>,
  { ids, source, segments, keep }: TransformerInputs<V>,
): V {
  switch (config.architecture) {
    case "encoderDecoder":
      if (source === null) throw new Error("An encoder–decoder needs source tokens, but was given none.");
      return encoderDecoder(op, config, weights, { source, target: ids, keep });
    case "decoderOnly":
      return decoderOnly(op, config, weights, { ids, keep });
    case "encoderOnly":
      return encoderOnly(op, config, weights, { ids, segments, keep });
    case "imageEncoder":
      return imageEncoder(op, config, weights, { patches: ids });
  }
}
