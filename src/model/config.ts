/**
 * What a Transformer's shape is, whatever file it came from. Knows nothing of checkpoints, tensors or the page.
 *
 * Letters used for shapes everywhere in the project:
 * B batch, T sequence (the decoder's, or the only one), S source sequence, C model width, H heads,
 * D head width (C / H), F feed-forward width, V vocabulary.
 */

export type ActivationKind = "relu" | "gelu" | "geluTanh" | "silu";

/** What all blocks of a model share. */
export interface BlockConfig {
  /** C, cells in the residual stream. */
  readonly width: number;
  /** H; C is a multiple of it. */
  readonly heads: number;
  /** F, cells in the feed-forward layer; 0 where the blocks have none (attention only). */
  readonly feedForward: number;
  readonly activation: ActivationKind;
  /** Where the layer norm stands: before the sublayer ("pre", GPT-2) or after the addition ("post", the 2017 paper, BERT). */
  readonly norm: "pre" | "post";
  /** Added to the variance in every layer norm. */
  readonly epsilon: number;
}

interface CommonConfig extends BlockConfig {
  /** V of the output. */
  readonly vocabulary: number;
  /** Tokens that the model can read at most. */
  readonly maximumLength: number;
  /** Id of the padding token. */
  readonly padding: number | null;
  readonly positions: "sinusoidal" | "learned";
  /** Output projection is the transposed token embedding. */
  readonly tiedOutput: boolean;
  readonly outputBias: boolean;
}

/** "Attention Is All You Need" (Vaswani et al. 2017), laid out as `torch.nn.Transformer` is. */
export interface EncoderDecoderConfig extends CommonConfig {
  readonly architecture: "encoderDecoder";
  readonly encoderLayers: number;
  readonly decoderLayers: number;
  readonly sourceVocabulary: number;
  /** Token embeddings are multiplied by √C (paper, section 3.4). */
  readonly scaleEmbedding: boolean;
  /** Source and target share one embedding matrix (paper, section 3.4). */
  readonly sharedEmbedding: boolean;
  /** A layer norm after the last block of each stack, as PyTorch has it. */
  readonly finalNorm: boolean;
}

/** GPT-2 (Radford et al. 2019). */
export interface DecoderOnlyConfig extends CommonConfig {
  readonly architecture: "decoderOnly";
  readonly layers: number;
  readonly finalNorm: boolean;
}

/** BERT (Devlin et al. 2018) with its masked-language head. */
export interface EncoderOnlyConfig extends CommonConfig {
  readonly architecture: "encoderOnly";
  readonly layers: number;
  /** Number of segment embeddings; 0 for none. */
  readonly segments: number;
}

export type ModelConfig = EncoderDecoderConfig | DecoderOnlyConfig | EncoderOnlyConfig;
export type Architecture = ModelConfig["architecture"];
