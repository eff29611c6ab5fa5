/** Which weights a model has, by canonical name, and random ones to start from. */
import {
  type BlockConfig,
  type ImageEncoderConfig,
  type ModelConfig,
  outputSize,
  patchCounts,
  type TextConfig,
} from "./config";
import type { Axis } from "./operations";

export interface Parameter {
  readonly shape: readonly number[];
  readonly data: Float32Array;
}
/** By canonical name; linear weights are [in, out]. */
export type Parameters = ReadonlyMap<string, Parameter>;

/** What the coordinates along a dimension of a weight count, and how many there are. */
type Dimension = readonly [axis: Axis, size: number];
type Dimensions = Map<string, readonly Dimension[]>;

/** Name and shape of every weight of a model of this shape, in order of use. */
export function parameterShapes(config: ModelConfig): ReadonlyMap<string, readonly number[]> {
  return new Map(Array.from(dimensionsOf(config), ([name, dimensions]) => [name, dimensions.map(([, size]) => size)]));
}

/** What each dimension of every weight counts, by canonical name; a table of positions has a row for each place. */
export function parameterAxes(config: ModelConfig): ReadonlyMap<string, readonly Axis[]> {
  return new Map(Array.from(dimensionsOf(config), ([name, dimensions]) => [name, dimensions.map(([axis]) => axis)]));
}

function dimensionsOf(config: ModelConfig): Dimensions {
  return config.architecture === "imageEncoder" ? ofImages(config) : ofText(config);
}

function ofText(config: TextConfig): Dimensions {
  const all: Dimensions = new Map();
  const C: Dimension = ["C", config.width];
  const V: Dimension = ["V", config.vocabulary];
  const norm = (of: string) => all.set(`${of}.gain`, [C]).set(`${of}.bias`, [C]);
  const position = (stack: string, axis: Axis) => {
    if (config.positions === "learned") all.set(`${stack}.position`, [[axis, config.maximumLength], C]);
  };
  const blocks = (stack: string, depth: number, cross: boolean) => {
    for (let layer = 0; layer < depth; layer++) ofBlock(all, `${stack}.${layer}`, config, cross);
  };
  if (config.architecture === "encoderDecoder") {
    all.set("encoder.embedding", [["V", config.sourceVocabulary], C]);
    position("encoder", "S");
    blocks("encoder", config.encoderLayers, false);
    if (config.finalNorm) norm("encoder.norm");
    if (!config.sharedEmbedding) all.set("decoder.embedding", [V, C]);
    position("decoder", "T");
    blocks("decoder", config.decoderLayers, true);
    if (config.finalNorm) norm("decoder.norm");
  } else if (config.architecture === "decoderOnly") {
    all.set("decoder.embedding", [V, C]);
    position("decoder", "T");
    blocks("decoder", config.layers, false);
    if (config.finalNorm) norm("decoder.norm");
  } else {
    all.set("encoder.embedding", [V, C]);
    if (config.segments > 0) all.set("encoder.segment", [["G", config.segments], C]);
    position("encoder", "T");
    norm("encoder.embeddingNorm");
    blocks("encoder", config.layers, false);
    all.set("head.weight", [C, C]).set("head.bias", [C]);
    if (config.classes === null) norm("head.norm");
  }
  const classified = config.architecture === "encoderOnly" && config.classes !== null;
  const outputs: Dimension = [classified ? "K" : "V", outputSize(config)];
  if (!config.tiedOutput) all.set("output.weight", [C, outputs]);
  if (config.outputBias) all.set("output.bias", [outputs]);
  return all;
}

function ofImages(config: ImageEncoderConfig): Dimensions {
  const all: Dimensions = new Map();
  const { patches, values } = patchCounts(config);
  const C: Dimension = ["C", config.width];
  const K: Dimension = ["K", config.classes];
  all.set("encoder.patch.weight", [["I", values], C]).set("encoder.patch.bias", [C]);
  all.set("encoder.classToken", [["T", 1], C]).set("encoder.position", [["T", patches + 1], C]);
  for (let layer = 0; layer < config.layers; layer++) ofBlock(all, `encoder.${layer}`, config, false);
  all.set("encoder.norm.gain", [C]).set("encoder.norm.bias", [C]);
  return all.set("output.weight", [C, K]).set("output.bias", [K]);
}

function ofBlock(all: Dimensions, block: string, { width, feedForward }: BlockConfig, cross: boolean): void {
  const C: Dimension = ["C", width];
  const F: Dimension = ["F", feedForward];
  for (const part of cross ? ["selfAttention", "crossAttention"] : ["selfAttention"]) {
    for (const of of ["query", "key", "value", "output"]) {
      all.set(`${block}.${part}.${of}.weight`, [C, C]).set(`${block}.${part}.${of}.bias`, [C]);
    }
    all.set(`${block}.${part}.norm.gain`, [C]).set(`${block}.${part}.norm.bias`, [C]);
  }
  if (feedForward === 0) return;
  const inside = `${block}.feedForward`;
  all.set(`${inside}.up.weight`, [C, F]).set(`${inside}.up.bias`, [F]);
  all.set(`${inside}.down.weight`, [F, C]).set(`${inside}.down.bias`, [C]);
  all.set(`${inside}.norm.gain`, [C]).set(`${inside}.norm.bias`, [C]);
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
