/**
 * What a Transformer's shape is, whatever file it came from. Knows nothing of checkpoints, tensors or the page.
 *
 * Letters used for shapes everywhere in the project:
 * B batch, T sequence (the decoder's, or the only one), S source sequence, C model width, H heads,
 * D head width (C / H), F feed-forward width, V vocabulary, K classes, P patches of an image, I values of a patch,
 * G segments (BERT's two halves of a text).
 */

export type ActivationKind = "relu" | "gelu" | "geluTanh" | "silu" | "tanh";

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

/** BERT (Devlin et al. 2018) with its masked-language head or a classification head. */
export interface EncoderOnlyConfig extends CommonConfig {
  readonly architecture: "encoderOnly";
  readonly layers: number;
  /** G, segment embeddings; 0 for none. */
  readonly segments: number;
  /** K of the classification head; null where the head predicts masked tokens. */
  readonly classes: number | null;
}

/** ViT (Dosovitskiy et al. 2020): an encoder over the patches of an image and a class token. */
export interface ImageEncoderConfig extends BlockConfig {
  readonly architecture: "imageEncoder";
  readonly layers: number;
  /** Pixels along each side of the image; a multiple of `patchSize`. */
  readonly imageSize: number;
  /** Pixels along each side of a patch. */
  readonly patchSize: number;
  /** Numbers a pixel has: 1 for grey, 3 for colour. */
  readonly channels: number;
  /** K */
  readonly classes: number;
}

/** A model that reads tokens. */
export type TextConfig = EncoderDecoderConfig | DecoderOnlyConfig | EncoderOnlyConfig;
export type ModelConfig = TextConfig | ImageEncoderConfig;
export type Architecture = ModelConfig["architecture"];

/** K or V: how many numbers the model answers with at a place. */
export function outputSize(config: ModelConfig): number {
  if (config.architecture === "imageEncoder") return config.classes;
  return (config.architecture === "encoderOnly" ? config.classes : null) ?? config.vocabulary;
}

/** The stack that the answer is read off. */
export function lastStack({ architecture }: ModelConfig): "encoder" | "decoder" {
  return architecture === "encoderOnly" || architecture === "imageEncoder" ? "encoder" : "decoder";
}

/** P, patches that an image is cut into, and I, values of each. */
export function patchCounts({ imageSize, patchSize, channels }: ImageEncoderConfig): {
  readonly patches: number;
  readonly values: number;
} {
  return { patches: (imageSize / patchSize) ** 2, values: patchSize ** 2 * channels };
}
