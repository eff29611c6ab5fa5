import type { ImageEncoderConfig } from "../config";
import { name, root } from "../names";
import type { Operations, Weights } from "../operations";
import { block, type Layers, layerNorm } from "./layers";

/** ViT (Dosovitskiy et al. 2020): patches [B, P, I] → logits [B, K], read off the class token. */
export function imageEncoder<V>(
  op: Operations<V>,
  config: ImageEncoderConfig,
  weights: Weights<V>,
  { patches }: { readonly patches: V },
): V {
  const layers: Layers<V> = { op, weights, config };
  const scope = { ...root, stack: "encoder" as const };
  const projection = [patches, weights("encoder.patch.weight"), weights("encoder.patch.bias")];
  const embedded = op.apply("linear", name(scope, "patchEmbedding"), projection, { output: "C" }); // [B, P, C]
  const token = weights("encoder.classToken"); // [1, C]
  const tokens = op.apply("prependToken", name(scope, "withClassToken"), [embedded, token], {}); // [B, T, C]
  const table = weights("encoder.position");
  const position = op.apply("positionRows", name(scope, "positionEncoding"), [tokens, table], {}); // [T, C]
  let x = op.apply("add", name(scope, "residPre"), [tokens, position], {});
  for (let layer = 0; layer < config.layers; layer++) {
    x = block(layers, { ...scope, layer }, x, { causal: false, keep: null }, null);
  }
  x = layerNorm(layers, "encoder.norm", scope, "output", x);
  const first = op.apply("firstToken", name(root, "firstToken"), [x], {}); // [B, C]
  const output = [first, weights("output.weight"), weights("output.bias")];
  return op.apply("linear", name(root, "logits"), output, { output: "K" });
}
