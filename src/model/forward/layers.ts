/**
 * The sublayers that all architectures share. Each reads as its equation; shapes stand on every line that changes them.
 * Knows nothing of tensors, memory or where the weights came from.
 */
import type { BlockConfig } from "../config";
import { type AttentionPart, name, type Part, pathIn, type Scope } from "../names";
import type { Axis, Operations, Weights } from "../operations";

/** What a sublayer needs to run. */
export interface Layers<V> {
  readonly op: Operations<V>;
  readonly weights: Weights<V>;
  readonly config: BlockConfig;
}

/** What hides keys from queries. */
export interface Masking<V> {
  readonly causal: boolean;
  /** [B, S], 1 keeps; null keeps all. */
  readonly keep: V | null;
}

function within(scope: Scope, part: Part): Scope {
  return { ...scope, part };
}

/** x W + b, [..., in] → [..., out]; the weights are `<scope>.<of>.weight` and `.bias`. */
function linear<V>(layers: Layers<V>, scope: Scope, of: string, result: string, x: V, output: Axis): V {
  const [weight, bias] = [layers.weights(pathIn(scope, `${of}.weight`)), layers.weights(pathIn(scope, `${of}.bias`))];
  return layers.op.apply("linear", name(scope, result), [x, weight, bias], { output });
}

/** Layer norm with the gain and bias named `<weightScope>.norm`. */
export function layerNorm<V>(layers: Layers<V>, weight: string, scope: Scope, result: string, x: V): V {
  const [gain, bias] = [layers.weights(`${weight}.gain`), layers.weights(`${weight}.bias`)];
  return layers.op.apply("layerNorm", name(scope, result), [x, gain, bias], { epsilon: layers.config.epsilon });
}

/**
 * Multi-head attention (paper, section 3.2): queries from `x` [B, T, C], keys and values from `context` [B, S, C] → [B, T, C].
 */
function attention<V>(layers: Layers<V>, scope: Scope, x: V, context: V, masking: Masking<V>): V {
  const { op, config } = layers;
  const { heads, width } = config;
  const project = (of: string, from: V) => linear(layers, scope, of, of, from, "C");
  const split = (of: string, whole: V) => op.apply("splitHeads", name(scope, `${of}Heads`), [whole], { heads });
  const query = split("query", project("query", x)); // [B, H, T, D]
  const key = split("key", project("key", context)); // [B, H, S, D]
  const value = split("value", project("value", context)); // [B, H, S, D]
  const scores = op.apply("matMul", name(scope, "scores"), [query, key], { transposeSecond: true }); // [B, H, T, S]
  const scaled = op.apply("scale", name(scope, "scaledScores"), [scores], { factor: 1 / Math.sqrt(width / heads) });
  const seen =
    masking.causal || masking.keep !== null
      ? op.apply("mask", name(scope, "maskedScores"), masking.keep === null ? [scaled] : [scaled, masking.keep], {
          causal: masking.causal,
        })
      : scaled;
  const pattern = op.apply("softmax", name(scope, "pattern"), [seen], {});
  const mixed = op.apply("matMul", name(scope, "headOutput"), [pattern, value], { transposeSecond: false }); // [B, H, T, D]
  const merged = op.apply("mergeHeads", name(scope, "merged"), [mixed], {}); // [B, T, C]
  return linear(layers, scope, "output", "attentionOutput", merged, "C");
}

/** Position-wise feed-forward (paper, section 3.3): [B, T, C] → [B, T, F] → [B, T, C]. */
function feedForward<V>(layers: Layers<V>, scope: Scope, x: V): V {
  const pre = linear(layers, scope, "up", "ffnPre", x, "F"); // [B, T, F]
  const hidden = layers.op.apply("activation", name(scope, "ffnHidden"), [pre], { function: layers.config.activation });
  return linear(layers, scope, "down", "ffnOutput", hidden, "C"); // [B, T, C]
}

/** x + sublayer(norm(x)) for pre-norm, norm(x + sublayer(x)) for post-norm. */
function residual<V>(layers: Layers<V>, scope: Scope, result: string, x: V, sublayer: (x: V) => V): V {
  const { op, config } = layers;
  const norm = pathIn(scope, "norm");
  const block: Scope = { ...scope, part: null };
  if (config.norm === "pre") {
    const output = sublayer(layerNorm(layers, norm, scope, "normed", x));
    return op.apply("add", name(block, result), [x, output], {});
  }
  const sum = op.apply("add", name(scope, "residualSum"), [x, sublayer(x)], {});
  return layerNorm(layers, norm, block, result, sum);
}

/** The encoder's output, which the decoder's cross-attention reads. */
export interface Memory<V> {
  readonly value: V;
  /** [B, S], 1 keeps. */
  readonly keep: V | null;
}

/**
 * One block: self-attention, cross-attention where there is a memory, feed-forward save in attention-only models;
 * [B, T, C] → [B, T, C]. What leaves it is named residPost.
 */
export function block<V>(layers: Layers<V>, scope: Scope, x: V, masking: Masking<V>, memory: Memory<V> | null): V {
  const attend = (part: AttentionPart, result: string, stream: V, context: V | null, hide: Masking<V>) => {
    const inside = within(scope, part);
    return residual(layers, inside, result, stream, (own) => attention(layers, inside, own, context ?? own, hide));
  };
  const attentionOnly = layers.config.feedForward === 0;
  let stream = attend("selfAttention", attentionOnly && !memory ? "residPost" : "residMid", x, null, masking);
  if (memory) {
    const hide = { causal: false, keep: memory.keep };
    stream = attend("crossAttention", attentionOnly ? "residPost" : "residCross", stream, memory.value, hide);
  }
  if (attentionOnly) return stream;
  const inside = within(scope, "feedForward");
  return residual(layers, inside, "residPost", stream, (own) => feedForward(layers, inside, own));
}
