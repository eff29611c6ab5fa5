import type { DecoderOnlyConfig } from "../config";
import { name, root } from "../names";
import type { Operations, Weights } from "../operations";
import { block, type Layers, layerNorm } from "./layers";
import { output } from "./output";

/** GPT-2 (Radford et al. 2019): ids [B, T], keep [B, T] (1 keeps) or null → logits [B, T, V]. */
export function decoderOnly<V>(
  op: Operations<V>,
  config: DecoderOnlyConfig,
  weights: Weights<V>,
  { ids, keep }: { readonly ids: V; readonly keep: V | null },
): V {
  const layers: Layers<V> = { op, weights, config };
  const scope = { ...root, stack: "decoder" as const };
  const table = weights("decoder.embedding");
  const tokens = op.apply("embed", name(scope, "tokenEmbedding"), [ids, table], {}); // [B, T, C]
  const position = // [T, C]
    config.positions === "learned"
      ? op.apply("positionRows", name(scope, "positionEncoding"), [ids, weights("decoder.position")], {})
      : op.apply("sinusoid", name(scope, "positionEncoding"), [ids], { width: config.width });
  let x = op.apply("add", name(scope, "residPre"), [tokens, position], {});
  for (let layer = 0; layer < config.layers; layer++) {
    x = block(layers, { ...scope, layer }, x, { causal: true, keep }, null);
  }
  if (config.finalNorm) x = layerNorm(layers, "decoder.norm", scope, "output", x);
  return output(layers, config, table, x);
}
