/** The logit lens in plain double precision: the output read from a residual stream by the model's own last norm and output matrix. */
import type { EncoderDecoderConfig } from "../../src/model/config";
import { likeliest } from "../../src/model/distribution";
import type { Parameters } from "../../src/model/parameters";

export interface LensCandidate {
  readonly id: number;
  readonly probability: number;
}

/** `stream` [T, C] → for each position the `count` likeliest tokens, best first. */
export function lens(
  config: EncoderDecoderConfig,
  parameters: Parameters,
  stream: Float32Array,
  count: number,
): LensCandidate[][] {
  const { width, vocabulary } = config;
  const weights = (of: string) => {
    const found = parameters.get(of);
    if (!found) throw new Error(`The model has no weight named ${of}.`);
    return found.data;
  };
  const table = weights(config.sharedEmbedding ? "encoder.embedding" : "decoder.embedding");
  const [gain, bias] = [weights("decoder.norm.gain"), weights("decoder.norm.bias")];
  return Array.from({ length: stream.length / width }, (_, row) => {
    const x = stream.subarray(row * width, (row + 1) * width);
    const mean = x.reduce((sum, value) => sum + value, 0) / width;
    const variance = x.reduce((sum, value) => sum + (value - mean) ** 2, 0) / width;
    const normed = Array.from(x, (value, i) => {
      return ((value - mean) / Math.sqrt(variance + config.epsilon)) * (gain[i] ?? 1) + (bias[i] ?? 0);
    });
    const logits = Array.from({ length: vocabulary }, (__, id) =>
      normed.reduce((sum, value, i) => sum + value * (table[id * width + i] ?? 0), 0),
    );
    const largest = Math.max(...logits);
    const powers = logits.map((logit) => Math.exp(logit - largest));
    const total = powers.reduce((sum, power) => sum + power, 0);
    const chances = powers.map((power) => power / total);
    return likeliest(chances, count).map((id) => ({ id, probability: chances[id] ?? 0 }));
  });
}
