/** The slope of a step's loss in any value of its pass: what the chain rule has there on its way to the weights. */
import { engine, type Scalar, type Tensor, tensor, tensor1d, tidy, zeros, zerosLike } from "@tensorflow/tfjs-core";
import { type ModelConfig, outputSize } from "../../model/config";
import type { Operations } from "../../model/operations";
import { add } from "../../model/operations/add";
import type { Batch } from "../../model/training/batch";
import { crossEntropy, wantedShares } from "../../model/training/loss";
import { trainingOperations } from "../../model/training/operations";
import { tensorsOf } from "../../model/training/packing";
import { everyWeight, givenOf, logitsOf, type Seen, seePass } from "./pass";
import { dropoutOf, type TrainerSettings } from "./trainer";

export interface ValuePass {
  readonly config: ModelConfig;
  readonly settings: TrainerSettings;
  readonly batch: Batch;
  /** Steps before this one. */
  readonly step: number;
  /** The weights, and what may follow them. */
  readonly numbers: Float32Array;
}

/**
 * The loss of a pass in which a tensor is added to the value of that path. What does not depend on it is made at once, as
 * nothing that a gradient needs may be made while it is recorded.
 */
function lossOf({ config, settings, batch, step, numbers }: ValuePass, path: string): (moved: Tensor) => Scalar {
  const every = everyWeight(config);
  const learned = tensorsOf(every.packing, tensor1d(numbers.slice(0, every.packing.size)));
  const wanted = wantedShares(batch, outputSize(config), settings.smoothing);
  const given = givenOf(batch, config);
  return (moved) => {
    // The same cells are dropped as in the step.
    const training = trainingOperations(dropoutOf(settings, step));
    const op: Operations<Tensor> = {
      apply(kind, name, inputs, attributes) {
        const value = training.apply(kind, name, inputs, attributes);
        return name.path === path ? add.kernel([value, moved], {}) : value;
      },
    };
    return crossEntropy(logitsOf(op, config, every, learned, given), wanted) as Scalar;
  };
}

/** A value [B, …] of the pass, and the slope of the loss in each of its numbers. */
export async function valueSlopes(pass: ValuePass, path: string): Promise<Seen & { readonly gradient: Float32Array }> {
  const { config, settings, batch, step, numbers } = pass;
  const every = everyWeight(config);
  const packed = tensor1d(numbers.slice(0, every.packing.size));
  const seen = seePass(config, every, packed, batch, [path], dropoutOf(settings, step));
  const value = (await seen.finally(() => packed.dispose()))[path];
  if (!value) throw new Error(`The pass has no value named ${path}.`);
  const slopes = tidy(() => {
    const nothing = zeros([...value.shape]);
    const loss = lossOf(pass, path);
    const { grads } = engine().gradients(() => loss(nothing), [nothing], undefined, true);
    // A value on which no prediction depends has no slope.
    return grads[0] ?? zerosLike(nothing);
  });
  const gradient = (await slopes.data()) as Float32Array;
  slopes.dispose();
  return { ...value, gradient };
}

/** The loss with number `index` of that value moved. */
export async function lossWithMoved(
  pass: ValuePass,
  path: string,
  shape: readonly number[],
  index: number,
  by: number,
): Promise<number> {
  const loss = tidy(() => {
    const moved = new Float32Array(shape.reduce((size, length) => size * length, 1));
    moved[index] = by;
    return lossOf(pass, path)(tensor(moved, [...shape]));
  });
  const [value = Number.NaN] = await loss.data();
  loss.dispose();
  return value;
}
