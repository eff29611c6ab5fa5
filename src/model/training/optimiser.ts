/** One step of an optimiser on all weights at once. */
import { concat, scalar, slice, type Tensor } from "@tensorflow/tfjs-core";
import { heapKernel } from "../operations/heapKernels";
import { run } from "../operations/kernels";

export const optimisers = ["sgd", "momentum", "adam", "adamW"] as const;
export type OptimiserKind = (typeof optimisers)[number];

export interface Optimiser {
  readonly kind: OptimiserKind;
  /** Of momentum, and of Adam's first moment. */
  readonly beta1: number;
  /** Of Adam's second moment. */
  readonly beta2: number;
  readonly epsilon: number;
  /** Of matrices only; AdamW takes it off the weights (Loshchilov and Hutter 2017), the others add it to the gradient. */
  readonly weightDecay: number;
  /** The whole gradient is made no longer than this (Pascanu et al. 2012); null lets it be. */
  readonly clip: number | null;
}

/** Numbers that an optimiser keeps for a weight besides the weight itself. */
export const slots: Readonly<Record<OptimiserKind, number>> = { sgd: 0, momentum: 1, adam: 2, adamW: 2 };

/** As PyTorch has it in `clip_grad_norm_`. */
const clipEpsilon = 1e-6;

interface Rates {
  readonly rate: number;
  /** Counted from 0. */
  readonly step: number;
}

const fast = heapKernel({
  shape: ([state = []]) => state,
  compute(result, [state, gradient, decayed], _, attributes) {
    if (!state || !gradient || !decayed) throw new Error("An optimiser needs its state, a gradient and what decays.");
    const number = (key: string) => Number(attributes[key]);
    const [kind, n] = [attributes.kind, gradient.length];
    const [rate, beta1, beta2, epsilon] = [number("rate"), number("beta1"), number("beta2"), number("epsilon")];
    const [clip, decay, turn] = [number("clip"), number("weightDecay"), number("step") + 1];
    let squares = 0;
    if (clip > 0) for (let i = 0; i < n; i++) squares += (gradient[i] as number) ** 2;
    const shrink = clip > 0 ? Math.min(1, clip / (Math.sqrt(squares) + clipEpsilon)) : 1;
    if (kind === "sgd" || kind === "momentum") {
      for (let i = 0; i < n; i++) {
        const weight = state[i] as number;
        let change = (gradient[i] as number) * shrink + decay * (decayed[i] as number) * weight;
        if (kind === "momentum") {
          change += beta1 * (state[n + i] as number);
          result[n + i] = change;
        }
        result[i] = weight - rate * change;
      }
      return;
    }
    const [inGradient, offWeight] = kind === "adamW" ? [0, rate * decay] : [decay, 0];
    const [first, second] = [rate / (1 - beta1 ** turn), 1 / (1 - beta2 ** turn)];
    for (let i = 0; i < n; i++) {
      const [weight, shares] = [state[i] as number, decayed[i] as number];
      const slope = (gradient[i] as number) * shrink + inGradient * shares * weight;
      const mean = beta1 * (state[n + i] as number) + (1 - beta1) * slope;
      const square = beta2 * (state[2 * n + i] as number) + (1 - beta2) * slope * slope;
      result[n + i] = mean;
      result[2 * n + i] = square;
      result[i] = weight - offWeight * shares * weight - (first * mean) / (Math.sqrt(square * second) + epsilon);
    }
  },
});

/**
 * → the state after one step. `state` is [(1 + slots) · N]: the weights, and after them what the optimiser keeps of each;
 * `gradient` is [N]; `decayed` [N] is 1 where weight decay counts.
 */
export function optimise(
  optimiser: Optimiser,
  { rate, step }: Rates,
  state: Tensor,
  gradient: Tensor,
  decayed: Tensor,
): Tensor {
  const { kind, beta1, beta2, epsilon, weightDecay, clip } = optimiser;
  const quick = fast([state, gradient, decayed], {
    kind,
    beta1,
    beta2,
    epsilon,
    weightDecay,
    clip: clip ?? 0,
    rate,
    step,
  });
  if (quick) return quick;
  const times = (a: Tensor, b: Tensor | number) => run("Multiply", { a, b: typeof b === "number" ? scalar(b) : b });
  const plus = (a: Tensor, b: Tensor | number) => run("Add", { a, b: typeof b === "number" ? scalar(b) : b });
  const row = (slot: number) => slice(state, slot * gradient.size, gradient.size);
  const weights = row(0);
  const decay = times(times(weights, decayed), weightDecay);
  let g = clipped(gradient, clip);
  if (kind !== "adamW") g = plus(g, decay);
  if (kind === "sgd") return plus(weights, times(g, -rate));
  if (kind === "momentum") {
    const m = plus(times(row(1), beta1), g);
    return concat([plus(weights, times(m, -rate)), m], 0);
  }
  // Kingma and Ba 2014, with both moments corrected for their start at 0.
  const m = plus(times(row(1), beta1), times(g, 1 - beta1));
  const v = plus(times(row(2), beta2), times(run("Square", { x: g }), 1 - beta2));
  const root = plus(run("Sqrt", { x: times(v, 1 / (1 - beta2 ** (step + 1))) }), epsilon);
  const change = run("RealDiv", { a: times(m, -rate / (1 - beta1 ** (step + 1))), b: root });
  const kept = kind === "adamW" ? plus(weights, times(decay, -rate)) : weights;
  return concat([plus(kept, change), m, v], 0);
}

function clipped(gradient: Tensor, clip: number | null): Tensor {
  if (clip === null) return gradient;
  const squares = run("Sum", { x: run("Square", { x: gradient }) }, { axis: 0, keepDims: false });
  const norm = run("Add", { a: run("Sqrt", { x: squares }), b: scalar(clipEpsilon) });
  const shrink = run("Minimum", { a: run("RealDiv", { a: scalar(clip), b: norm }), b: scalar(1) });
  return run("Multiply", { a: gradient, b: shrink });
}
