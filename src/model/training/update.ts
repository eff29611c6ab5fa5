/** What an optimiser does to one weight, number by number: the arithmetic of ./optimiser.ts for a single cell. */
import type { Optimiser } from "./optimiser";

export interface WeightBefore {
  readonly weight: number;
  /** Of the loss in this weight, before it is clipped. */
  readonly slope: number;
  /** Length of the whole gradient, √Σ g². */
  readonly length: number;
  /** What the optimiser keeps of this weight: the momentum, or Adam's first moment; 0 where it keeps nothing. */
  readonly first: number;
  /** Adam's second moment. */
  readonly second: number;
  /** Whether weight decay counts for it. */
  readonly decays: boolean;
}

export interface Update {
  /** What clipping multiplies the gradient with. */
  readonly shrink: number;
  /** What weight decay adds to the gradient; 0 for AdamW, which takes it off the weight. */
  readonly decaySlope: number;
  /** The gradient that is used: slope · shrink + decaySlope. */
  readonly used: number;
  readonly first: number;
  readonly second: number;
  /** Adam's moments, corrected for their start at 0; else 0. */
  readonly firstCorrected: number;
  readonly secondCorrected: number;
  /** What AdamW's decay takes off the weight. */
  readonly decay: number;
  /** What is taken off the weight beside the decay. */
  readonly change: number;
  /** weight − decay − change. */
  readonly after: number;
}

/** `step` counted from 0. */
export function updateOf(
  { kind, beta1, beta2, epsilon, weightDecay, clip }: Optimiser,
  { rate, step }: { readonly rate: number; readonly step: number },
  { weight, slope, length, first: m, second: v, decays }: WeightBefore,
): Update {
  const shrink = clip === null ? 1 : Math.min(1, clip / (length + 1e-6));
  const pull = decays ? weightDecay * weight : 0;
  const decaySlope = kind === "adamW" ? 0 : pull;
  const decay = kind === "adamW" ? rate * pull : 0;
  const used = slope * shrink + decaySlope;
  const none = { first: 0, second: 0, firstCorrected: 0, secondCorrected: 0 };
  const finish = (moments: typeof none, change: number): Update => {
    return { shrink, decaySlope, used, ...moments, decay, change, after: weight - decay - change };
  };
  if (kind === "sgd") return finish(none, rate * used);
  if (kind === "momentum") {
    const first = beta1 * m + used;
    return finish({ ...none, first }, rate * first);
  }
  const first = beta1 * m + (1 - beta1) * used;
  const second = beta2 * v + (1 - beta2) * used * used;
  const firstCorrected = first / (1 - beta1 ** (step + 1));
  const secondCorrected = second / (1 - beta2 ** (step + 1));
  const change = (rate * firstCorrected) / (Math.sqrt(secondCorrected) + epsilon);
  return finish({ first, second, firstCorrected, secondCorrected }, change);
}
