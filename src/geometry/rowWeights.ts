/** A row of attention weights changed by hand: it adds up to 1 before and after. Pure. */

/** Weights in [0, 1], and the keys that may have any. */
export interface WeightRow {
  readonly weights: readonly number[];
  /** Keys that are masked keep 0. */
  readonly open: (key: number) => boolean;
}

/** The row with `key` at `value`: the others share what is left in the proportions that they had, or evenly from zero. */
export function withWeight({ weights, open }: WeightRow, key: number, value: number): readonly number[] {
  const others = weights.map((_, other) => other).filter((other) => other !== key && open(other));
  if (others.length === 0 || !open(key)) return weights;
  const held = Math.min(1, Math.max(0, value));
  const sum = others.reduce((total, other) => total + (weights[other] ?? 0), 0);
  return weights.map((weight, other) => {
    if (other === key) return held;
    if (!open(other)) return 0;
    return (1 - held) * (sum > 0 ? weight / sum : 1 / others.length);
  });
}

/** The row after `amount`, or what there is of it, went from one key to another. */
export function withMoved({ weights, open }: WeightRow, from: number, to: number, amount: number): readonly number[] {
  if (from === to || !open(to) || weights[to] === undefined) return weights;
  const taken = Math.min(amount, weights[from] ?? 0);
  return weights.map((weight, key) => (key === from ? weight - taken : key === to ? weight + taken : weight));
}
