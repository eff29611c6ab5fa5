/** Which weights a model has, by canonical name, and random ones to start from. */
import {
  type BlockConfig,
  type ImageEncoderConfig,
  type ModelConfig,
  outputSize,
  patchCounts,
  type TextConfig,
} from "./config";

export interface Parameter {
  readonly shape: readonly number[];
  readonly data: Float32Array;
}
/** By canonical name; linear weights are [in, out]. */
export type Parameters = ReadonlyMap<string, Parameter>;

/** Name and shape of every weight of a model of this shape, in order of use. */
export function parameterShapes(config: ModelConfig): ReadonlyMap<string, readonly number[]> {
  return config.architecture === "imageEncoder" ? imageShapes(config) : textShapes(config);
}

function textShapes(config: TextConfig): ReadonlyMap<string, readonly number[]> {
  const shapes = new Map<string, readonly number[]>();
  const { width, vocabulary, maximumLength } = config;
  const norm = (of: string) => shapes.set(`${of}.gain`, [width]).set(`${of}.bias`, [width]);
  const position = (stack: string) => {
    if (config.positions === "learned") shapes.set(`${stack}.position`, [maximumLength, width]);
  };
  const blocks = (stack: string, depth: number, cross: boolean) => {
    for (let layer = 0; layer < depth; layer++) blockShapes(shapes, `${stack}.${layer}`, config, cross);
  };
  if (config.architecture === "encoderDecoder") {
    shapes.set("encoder.embedding", [config.sourceVocabulary, width]);
    position("encoder");
    blocks("encoder", config.encoderLayers, false);
    if (config.finalNorm) norm("encoder.norm");
    if (!config.sharedEmbedding) shapes.set("decoder.embedding", [vocabulary, width]);
    position("decoder");
    blocks("decoder", config.decoderLayers, true);
    if (config.finalNorm) norm("decoder.norm");
  } else if (config.architecture === "decoderOnly") {
    shapes.set("decoder.embedding", [vocabulary, width]);
    position("decoder");
    blocks("decoder", config.layers, false);
    if (config.finalNorm) norm("decoder.norm");
  } else {
    shapes.set("encoder.embedding", [vocabulary, width]);
    if (config.segments > 0) shapes.set("encoder.segment", [config.segments, width]);
    position("encoder");
    norm("encoder.embeddingNorm");
    blocks("encoder", config.layers, false);
    shapes.set("head.weight", [width, width]).set("head.bias", [width]);
    if (config.classes === null) norm("head.norm");
  }
  const outputs = outputSize(config);
  if (!config.tiedOutput) shapes.set("output.weight", [width, outputs]);
  if (config.outputBias) shapes.set("output.bias", [outputs]);
  return shapes;
}

function imageShapes(config: ImageEncoderConfig): ReadonlyMap<string, readonly number[]> {
  const { width, layers, classes } = config;
  const { patches, values } = patchCounts(config);
  const shapes = new Map<string, readonly number[]>();
  shapes.set("encoder.patch.weight", [values, width]).set("encoder.patch.bias", [width]);
  shapes.set("encoder.classToken", [1, width]).set("encoder.position", [patches + 1, width]);
  for (let layer = 0; layer < layers; layer++) blockShapes(shapes, `encoder.${layer}`, config, false);
  shapes.set("encoder.norm.gain", [width]).set("encoder.norm.bias", [width]);
  return shapes.set("output.weight", [width, classes]).set("output.bias", [classes]);
}

function blockShapes(
  shapes: Map<string, readonly number[]>,
  block: string,
  { width, feedForward }: BlockConfig,
  cross: boolean,
): void {
  for (const part of cross ? ["selfAttention", "crossAttention"] : ["selfAttention"]) {
    for (const of of ["query", "key", "value", "output"]) {
      shapes.set(`${block}.${part}.${of}.weight`, [width, width]).set(`${block}.${part}.${of}.bias`, [width]);
    }
    shapes.set(`${block}.${part}.norm.gain`, [width]).set(`${block}.${part}.norm.bias`, [width]);
  }
  if (feedForward === 0) return;
  const inside = `${block}.feedForward`;
  shapes.set(`${inside}.up.weight`, [width, feedForward]).set(`${inside}.up.bias`, [feedForward]);
  shapes.set(`${inside}.down.weight`, [feedForward, width]).set(`${inside}.down.bias`, [width]);
  shapes.set(`${inside}.norm.gain`, [width]).set(`${inside}.norm.bias`, [width]);
}

/** A seeded stream of numbers in [0, 1): mulberry32, small and good enough for initial weights. */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Random weights: matrices uniform with Glorot's bound, gains near 1, biases near 0. */
export function randomParameters(config: ModelConfig, seed: number): Parameters {
  const next = randomNumbers(seed);
  const parameters = new Map<string, Parameter>();
  for (const [name, shape] of parameterShapes(config)) {
    const [rows = 1, columns] = shape;
    const bound = columns === undefined ? 0.1 : Math.sqrt(6 / (rows + columns));
    const centre = name.endsWith(".gain") ? 1 : 0;
    const size = rows * (columns ?? 1);
    parameters.set(name, { shape, data: Float32Array.from({ length: size }, () => centre + (next() * 2 - 1) * bound) });
  }
  return parameters;
}
