/**
 * The operations as training runs them: the same forward functions, on tensors whose gradients are found. Where the
 * kernels of inference have no gradient, or a slow one, those of ./kernels stand in; dropout is added where the papers
 * have it. Knows nothing of losses, steps or memory.
 */
import { mul, type Tensor, tensor } from "@tensorflow/tfjs-core";
import type { Name } from "../names";
import { type Attributes, type Kind, type Operations, operations } from "../operations";
import { embed } from "./kernels/embed";
import { mergeHeads, splitHeads } from "./kernels/heads";
import { layerNorm } from "./kernels/layerNorm";
import { linear } from "./kernels/linear";
import { matMul } from "./kernels/matMul";
import { softmax } from "./kernels/softmax";

type Kernels = { readonly [K in Kind]?: (inputs: readonly Tensor[], attributes: Attributes[K]) => Tensor };
const differentiable: Kernels = { embed, layerNorm, linear, matMul, mergeHeads, softmax, splitHeads };

/** Results of which cells are dropped: each sublayer's output, and the sum of embeddings ("Attention Is All You Need", section 5.4). */
const dropped: ReadonlySet<string> = new Set(["residPre", "attentionOutput", "ffnOutput"]);

export interface Dropout {
  /** That a cell becomes 0; the others grow so that the mean stays. */
  readonly probability: number;
  /** A stream of numbers in [0, 1). */
  readonly random: () => number;
}

/** `apply` for a pass whose gradient is recorded; null drops nothing. */
export function trainingOperations(dropout: Dropout | null): Operations<Tensor> {
  return {
    apply<K extends Kind>(kind: K, name: Name, inputs: readonly Tensor[], attributes: Attributes[K]): Tensor {
      const kernel: ((inputs: readonly Tensor[], attributes: Attributes[K]) => Tensor) | undefined =
        differentiable[kind];
      const result = kernel ? kernel(inputs, attributes) : operations[kind].kernel(inputs, attributes);
      return dropout && dropout.probability > 0 && dropped.has(name.value) ? drop(result, dropout) : result;
    },
  };
}

function drop(x: Tensor, { probability, random }: Dropout): Tensor {
  const kept = 1 / (1 - probability);
  const mask = Float32Array.from({ length: x.size }, () => (random() < probability ? 0 : kept));
  return mul(x, tensor(mask, x.shape));
}
