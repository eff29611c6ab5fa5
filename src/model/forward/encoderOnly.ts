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

/** BERT (Devlin et al. 2018): → logits [B, T, V] of its masked-language head, or [B, K] of its classification head. */
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
  if (config.classes !== null) {
    const first = op.apply("firstToken", name(root, "firstToken"), [x], {}); // [B, C]
    return classify(layers, first);
  }
  x = op.apply("linear", name(root, "headPre"), [x, weights("head.weight"), weights("head.bias")], { output: "C" });
  x = op.apply("activation", name(root, "headHidden"), [x], { function: config.activation });
  x = layerNorm(layers, "head.norm", root, "headOutput", x);
  return output(layers, config, table, x);
}

/** The pooler and the classifier: first token [B, C] → logits [B, K]. */
function classify<V>({ op, weights }: Layers<V>, first: V): V {
  const pre = op.apply("linear", name(root, "headPre"), [first, weights("head.weight"), weights("head.bias")], {
    output: "C",
  });
  const pooled = op.apply("activation", name(root, "headHidden"), [pre], { function: "tanh" });
  const output = [pooled, weights("output.weight"), weights("output.bias")];
  return op.apply("linear", name(root, "logits"), output, { output: "K" });
}
