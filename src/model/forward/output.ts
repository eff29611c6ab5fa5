import type { TextConfig } from "../config";
import { name, root } from "../names";
import type { Operations } from "../operations";
import type { Layers } from "./layers";

/** The output projection: x [B, T, C] → logits [B, T, V]; `table` [V, C] is the embedding that a tied output shares. */
export function output<V>({ op, weights }: Layers<V>, config: TextConfig, table: V, x: V): V {
  const weight = config.tiedOutput
    ? op.apply("transpose", name(root, "unembedding"), [table], {}) // [C, V]
    : weights("output.weight");
  const inputs = config.outputBias ? [x, weight, weights("output.bias")] : [x, weight];
  return op.apply("linear", name(root, "logits"), inputs, { output: "V" });
}

/** What the model takes each token, or each class, to be likely: logits [..., V] → probabilities of the same shape. */
export function probabilities<V>(op: Operations<V>, logits: V): V {
  return op.apply("softmax", name(root, "probabilities"), [logits], {});
}
