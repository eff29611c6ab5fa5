/** Random weights to start training from. */
import type { ModelConfig } from "../config";
import { type Parameter, type Parameters, parameterShapes, randomNumbers } from "../parameters";

/**
 * The same seed gives the same weights. Matrices are uniform within Glorot's bound (Glorot and Bengio 2010), those that
 * write into the residual stream smaller by √(2 · layers) as in GPT-2; embeddings normal with deviation 1/√C; gains 1,
 * biases 0. `scale` makes all matrices and embeddings that much larger.
 */
export function initialParameters(config: ModelConfig, seed: number, scale: number): Parameters {
  const random = randomNumbers(seed);
  const layers = config.architecture === "encoderDecoder" ? config.encoderLayers + config.decoderLayers : config.layers;
  const parameters = new Map<string, Parameter>();
  for (const [name, shape] of parameterShapes(config)) {
    const [rows = 1, columns] = shape;
    const size = rows * (columns ?? 1);
    if (columns === undefined) {
      parameters.set(name, { shape, data: new Float32Array(size).fill(name.endsWith(".gain") ? 1 : 0) });
      continue;
    }
    const writes = /\.(output|down)\.weight$/.test(name);
    const bound = (scale * Math.sqrt(6 / (rows + columns))) / (writes ? Math.sqrt(2 * layers) : 1);
    const deviation = scale / Math.sqrt(columns);
    const draw = name.endsWith(".weight") ? () => (random() * 2 - 1) * bound : () => normal(random) * deviation;
    parameters.set(name, { shape, data: Float32Array.from({ length: size }, draw) });
  }
  return parameters;
}

/** Box and Muller 1958. */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
