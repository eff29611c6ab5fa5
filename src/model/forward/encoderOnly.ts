import type { EncoderOnlyConfig } from "../config";
import { name, root } from "../names";
import type { Operations, Weights } from "../operations";
import { block, type Layers, layerNorm } from "./layers";
import { output } from "./output";

export interface EncoderOnlyInputs<V> {
  /** Token ids [B, T]. */
  readonly ids: V;
  /** Segment ids [B, T]; needed where the model has segments. */
  readonly segments: V | null;
  /** [B, T], 1 keeps; null keeps all. */
  readonly keep: V | null;
}

/** BERT (Devlin et al. 2018) with its masked-language head: → logits [B, T, V]. */
export function encoderOnly<V>(
  op: Operations<V>,
  config: EncoderOnlyConfig,
  weights: Weights<V>,
  { ids, segments, keep }: EncoderOnlyInputs<V>,
): V {
  const layers: Layers<V> = { op, weights, config };
  const scope = { ...root, stack: "encoder" as const };
  const table = weights("encoder.embedding");
  let x = op.apply("embed", name(scope, "tokenEmbedding"), [ids, table], {}); // [B, T, C]
  if (config.segments > 0 && segments !== null) {
    const segment = op.apply("embed", name(scope, "segmentEmbedding"), [segments, weights("encoder.segment")], {});
    x = op.apply("add", name(scope, "withSegment"), [x, segment], {});
  }
  const position = // [T, C]
    config.positions === "learned"
      ? op.apply("positionRows", name(scope, "positionEncoding"), [ids, weights("encoder.position")], {})
      : op.apply("sinusoid", name(scope, "positionEncoding"), [ids], { width: config.width });
  x = op.apply("add", name(scope, "embeddingSum"), [x, position], {});
  x = layerNorm(layers, "encoder.embeddingNorm", scope, "residPre", x);
  for (let layer = 0; layer < config.layers; layer++) {
    x = block(layers, { ...scope, layer }, x, { causal: false, keep }, null);
  }
  x = op.apply("linear", name(root, "headPre"), [x, weights("head.weight"), weights("head.bias")], { output: "C" });
  x = op.apply("activation", name(root, "headHidden"), [x], { function: config.activation });
  x = layerNorm(layers, "head.norm", root, "headOutput", x);
  return output(layers, config, table, x);
}
