import type { EncoderDecoderConfig } from "../config";
import { name, root, type Stack } from "../names";
import type { Operations, Weights } from "../operations";
import { block, type Layers, layerNorm, type Masking, type Memory } from "./layers";
import { output } from "./output";

export interface EncoderDecoderInputs<V> {
  /** Token ids [B, S]. */
  readonly source: V;
  /** Token ids [B, T]. */
  readonly target: V;
  /** [B, S], 1 keeps and 0 is padding; null keeps all. */
  readonly keep: V | null;
}

/** "Attention Is All You Need" (Vaswani et al. 2017), pre- or post-norm: → logits [B, T, V]. */
export function encoderDecoder<V>(
  op: Operations<V>,
  config: EncoderDecoderConfig,
  weights: Weights<V>,
  { source, target, keep }: EncoderDecoderInputs<V>,
): V {
  const layers: Layers<V> = { op, weights, config };
  const shared = weights("encoder.embedding");
  const table = config.sharedEmbedding ? shared : weights("decoder.embedding");

  const encoded = stack(layers, config, "encoder", config.encoderLayers, source, shared, { causal: false, keep }, null);
  const memory = { value: encoded, keep };
  const decoded = stack(
    layers,
    config,
    "decoder",
    config.decoderLayers,
    target,
    table,
    { causal: true, keep: null },
    memory,
  );
  return output(layers, config, table, decoded);
}

/** Embedding, blocks and final norm of one stack: ids [B, T] → [B, T, C]. */
function stack<V>(
  layers: Layers<V>,
  config: EncoderDecoderConfig,
  stack: Stack,
  depth: number,
  ids: V,
  table: V,
  masking: Masking<V>,
  memory: Memory<V> | null,
): V {
  const { op, weights } = layers;
  const scope = { ...root, stack };
  let tokens = op.apply("embed", name(scope, "tokenEmbedding"), [ids, table], {}); // [B, T, C]
  if (config.scaleEmbedding) {
    tokens = op.apply("scale", name(scope, "scaledEmbedding"), [tokens], { factor: Math.sqrt(config.width) });
  }
  const position = // [T, C]
    config.positions === "sinusoidal"
      ? op.apply("sinusoid", name(scope, "positionEncoding"), [ids], { width: config.width })
      : op.apply("positionRows", name(scope, "positionEncoding"), [ids, weights(`${stack}.position`)], {});
  let x = op.apply("add", name(scope, "residPre"), [tokens, position], {});
  for (let layer = 0; layer < depth; layer++) x = block(layers, { ...scope, layer }, x, masking, memory);
  return config.finalNorm ? layerNorm(layers, `${stack}.norm`, scope, "output", x) : x;
}
