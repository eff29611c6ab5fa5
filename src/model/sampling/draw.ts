/** From a distribution over the next token to one token. Pure and, with its random number given, always the same. */
import { largest } from "../distribution";

/** How the next token is chosen. */
export type Choosing =
  /** The likeliest. */
  | { readonly kind: "greedy" }
  | {
      readonly kind: "sample";
      /** Above 0; 1 leaves the distribution as it is. */
      readonly temperature: number;
      /** At most so many of the likeliest tokens; null for all. */
      readonly topK: number | null;
      /** The fewest likeliest tokens whose probabilities add up to at least this; null for all. */
      readonly topP: number | null;
    };

export interface Drawn {
  readonly id: number;
  /** The chance that a token had, after temperature and cuts; over all tokens they add up to 1. */
  chanceOf(id: number): number;
  /** How many tokens could be drawn. */
  readonly tokens: number;
  /** Their share of the whole distribution, after temperature and before the cuts, in [0, 1]; the rest was cut. */
  readonly share: number;
}

/**
 * Softmax of the logits divided by `temperature`, from the probabilities at temperature 1: softmax(z / τ)ᵢ is pᵢ^(1/τ),
 * made to add up to 1 (Ackley, Hinton and Sejnowski 1985, https://doi.org/10.1207/s15516709cog0901_7).
 */
export function atTemperature(probabilities: ArrayLike<number>, temperature: number): Float64Array {
  // Relative to the largest, so that a low temperature does not make everything 0.
  const top = Math.log(probabilities[largest(probabilities)] ?? 1);
  const powers = Float64Array.from(probabilities, (p) => (p > 0 ? Math.exp((Math.log(p) - top) / temperature) : 0));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/** Token ids, likeliest first; ties go to the lower id. */
function ranked(probabilities: ArrayLike<number>): number[] {
  const ids = Array.from({ length: probabilities.length }, (_, id) => id);
  return ids.sort((a, b) => (probabilities[b] ?? 0) - (probabilities[a] ?? 0) || a - b);
}

/**
 * Chooses one token. Both cuts are measured on the whole distribution: top-k (Fan, Lewis and Dauphin 2018,
 * https://arxiv.org/abs/1805.04833) keeps the k likeliest, top-p (Holtzman et al. 2020,
 * https://arxiv.org/abs/1904.09751) the fewest likeliest that reach the share p. What is kept is made to add up to 1,
 * and `uniform`, in [0, 1), picks from it, likeliest first.
 */
export function draw(probabilities: ArrayLike<number>, choosing: Choosing, uniform: number): Drawn {
  if (choosing.kind === "greedy") {
    const id = largest(probabilities);
    return { id, chanceOf: (other) => (other === id ? 1 : 0), tokens: 1, share: probabilities[id] ?? 0 };
  }
  const tempered = atTemperature(probabilities, choosing.temperature);
  const order = ranked(tempered);
  const most = Math.min(choosing.topK ?? order.length, order.length);
  const kept: number[] = [];
  let share = 0;
  for (const id of order) {
    if (kept.length >= most || (choosing.topP !== null && kept.length > 0 && share >= choosing.topP)) break;
    kept.push(id);
    share += tempered[id] ?? 0;
  }
  const chances = new Map<number, number>();
  let chosen: number | null = null;
  let sum = 0;
  for (const id of kept) {
    const chance = (tempered[id] ?? 0) / share;
    chances.set(id, chance);
    sum += chance;
    if (chosen === null && uniform < sum) chosen = id;
  }
  // Rounding can leave the sum just below 1, and the number just above the sum.
  return {
    id: chosen ?? kept.at(-1) ?? 0,
    chanceOf: (id) => chances.get(id) ?? 0,
    tokens: kept.length,
    share: Math.min(share, 1),
  };
}
