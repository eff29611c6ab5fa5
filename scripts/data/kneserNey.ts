/**
 * An n-gram model with interpolated modified Kneser–Ney smoothing (Chen and Goodman 1999,
 * https://doi.org/10.1006/csla.1999.0128, section 3), the baseline of the models that write. The grams of each order are a
 * sorted list of numbers, gram = (its prefix's place in the list before) × base + last token, so that millions of them fit.
 */

/** Tokens one after the other, with the start of each item marked by a token of its own. */
interface Text {
  readonly tokens: Int32Array;
  /** Place of a token in its item; 0 for the start token. */
  readonly places: Int32Array;
}

/** The grams of one order. */
interface Order {
  readonly grams: Float64Array;
  /** Kneser–Ney's counts: how many different tokens stand before the gram; how often it occurs, of the longest grams. */
  readonly counts: Float64Array;
  /** What is taken off a count of 1, of 2, and of 3 or more. */
  readonly discounts: readonly [number, number, number];
  /** By the place of the prefix: the sum of the counts, and of what was taken off them. */
  readonly totals: Float64Array;
  readonly takenOff: Float64Array;
}

function flatten(items: readonly (readonly number[])[], start: number): Text {
  const size = items.reduce((sum, item) => sum + item.length + 1, 0);
  const [tokens, places] = [new Int32Array(size), new Int32Array(size)];
  let at = 0;
  for (const item of items) {
    tokens[at++] = start;
    for (const [index, token] of item.entries()) {
      tokens[at] = token;
      places[at++] = index + 1;
    }
  }
  return { tokens, places };
}

/** Place of a number in a sorted list; −1 where it is not in it. */
function find(list: Float64Array, wanted: number): number {
  let [low, high] = [0, list.length - 1];
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = list[middle] ?? Number.NaN;
    if (found === wanted) return middle;
    if (found < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** The different ones of a list of numbers, in order. */
function distinct(list: Float64Array): Float64Array {
  list.sort();
  return list.filter((value, index) => index === 0 || value !== list[index - 1]);
}

/** Section 3.2 of Chen and Goodman: from how many grams have a count of 1, 2, 3 and 4. */
function discountsOf(counts: Float64Array): readonly [number, number, number] {
  const [one, two, three, four] = [1, 2, 3, 4].map((wanted) => counts.reduce((n, c) => n + (c === wanted ? 1 : 0), 0));
  if (!one || !two) return [0.5, 0.5, 0.5];
  const y = one / (one + 2 * two);
  const next = (step: number, more: number | undefined, less: number | undefined) =>
    more && less ? step - (step + 1) * y * (more / less) : y;
  return [next(1, two, one), next(2, three, two), next(3, four, three)];
}

export class KneserNey {
  private readonly orders: Order[] = [];
  private readonly base: number;
  private readonly vocabulary: number;

  /** Grams of up to `order` tokens, 2 at least, from `items` of token ids below `vocabulary`, without start tokens. */
  constructor(items: readonly (readonly number[])[], order: number, vocabulary: number) {
    this.vocabulary = vocabulary;
    this.base = vocabulary + 1;
    const { tokens, places } = flatten(items, vocabulary);
    /** For every token: the place of the gram of this order that ends there; −1 where its item is too short. */
    let ends: Int32Array = new Int32Array(tokens.length);
    let shorter: { grams: Float64Array; raw: Float64Array; ends: Int32Array } | null = null;
    for (let length = 1; length <= order; length++) {
      const keys = Float64Array.from(tokens, (token, at) => this.gram(length === 1 ? 0 : (ends[at - 1] ?? -1), token));
      const whole = (at: number) => (places[at] ?? 0) + 1 >= length;
      const grams = distinct(keys.filter((_, at) => whole(at)));
      const now = Int32Array.from(keys, (key, at) => (whole(at) ? find(grams, key) : -1));
      const raw = new Float64Array(grams.length);
      for (const gram of now) if (gram >= 0) raw[gram] = (raw[gram] ?? 0) + 1;
      if (shorter) this.add(shorter.grams, this.continuations(shorter, now, places, length - 1));
      shorter = { grams, raw, ends: now };
      ends = now;
    }
    if (shorter) this.add(shorter.grams, shorter.raw);
  }

  /**
   * −ln P summed over the tokens of `items`, save the first `given` of each, which are only read.
   */
  nats(items: readonly (readonly number[])[], given = 0): number {
    return items.reduce((sum, item) => sum + this.natsOf(item, given), 0);
  }

  private natsOf(item: readonly number[], given: number): number {
    /** Places of the grams that end at the last token, by order. */
    let before: number[] = [this.find(0, 0, this.vocabulary)];
    let nats = 0;
    for (const [index, token] of item.entries()) {
      let probability = 1 / this.vocabulary;
      const now: number[] = [];
      for (let order = 0; order < this.orders.length; order++) {
        const context = order === 0 ? 0 : (before[order - 1] ?? -1);
        const { totals, takenOff, counts, discounts } = this.orders[order] as Order;
        const total = context < 0 ? 0 : (totals[context] ?? 0);
        const gram = context < 0 ? -1 : this.find(order, context, token);
        now.push(gram);
        if (total === 0) continue;
        const count = gram < 0 ? 0 : (counts[gram] ?? 0);
        const kept = count === 0 ? 0 : count - (discounts[Math.min(count, 3) - 1] ?? 0);
        probability = (kept + (takenOff[context] ?? 0) * probability) / total;
      }
      if (index >= given) nats -= Math.log(probability);
      before = now;
    }
    return nats;
  }

  private gram(prefix: number, token: number): number {
    return prefix * this.base + token;
  }

  private find(order: number, prefix: number, token: number): number {
    return find(this.orders[order]?.grams ?? new Float64Array(), this.gram(prefix, token));
  }

  /** How many different tokens stand before each gram. Before the start of an item stands nothing: occurrences count there. */
  private continuations(
    shorter: { readonly raw: Float64Array; readonly ends: Int32Array },
    longer: Int32Array,
    places: Int32Array,
    length: number,
  ): Float64Array {
    const counts = new Float64Array(shorter.raw.length);
    const seen = new Set<number>();
    const fresh = new Uint8Array(longer.reduce((most, gram) => Math.max(most, gram), 0) + 1);
    for (const [at, gram] of longer.entries()) {
      const suffix = shorter.ends[at] ?? -1;
      if (gram >= 0 && fresh[gram] === 0) {
        fresh[gram] = 1;
        counts[suffix] = (counts[suffix] ?? 0) + 1;
      } else if (suffix >= 0 && places[at] === length - 1 && length > 1 && !seen.has(suffix)) {
        seen.add(suffix);
        counts[suffix] = shorter.raw[suffix] ?? 0;
      }
    }
    return counts;
  }

  private add(grams: Float64Array, counts: Float64Array): void {
    const discounts = discountsOf(counts);
    const prefixes = this.orders.at(-1)?.grams.length ?? 1;
    const [totals, takenOff] = [new Float64Array(prefixes), new Float64Array(prefixes)];
    for (const [index, count] of counts.entries()) {
      const prefix = Math.floor((grams[index] ?? 0) / this.base);
      totals[prefix] = (totals[prefix] ?? 0) + count;
      if (count > 0) takenOff[prefix] = (takenOff[prefix] ?? 0) + (discounts[Math.min(count, 3) - 1] ?? 0);
    }
    this.orders.push({ grams, counts, discounts, totals, takenOff });
  }
}
