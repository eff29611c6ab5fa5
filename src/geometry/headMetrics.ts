/**
 * What a head's pattern says of the head in single numbers. Every one is a mean over the queries that it applies to, so
 * texts of different lengths compare. Shapes: Q queries, K keys; patterns row-major, each row adding up to 1.
 */

export interface HeadMetrics {
  /**
   * −Σₖ p ln p in nats: 0 where each query reads one key alone, ln K where it reads all alike. exp of it is the number
   * of keys that are read in effect.
   */
  readonly entropy: number;
  /** Σₖ p · |q − k|, in tokens; null across two sequences, where places do not compare. */
  readonly distance: number | null;
  /** Share on the first key, where many heads rest when they have nothing to do (Xiao et al. 2023, "attention sinks"). */
  readonly first: number;
  /** Share on the key just before the query; null across two sequences. */
  readonly previous: number | null;
  /** Share on the query's own place; null across two sequences. */
  readonly same: number | null;
  /**
   * Share on what followed last time: on keys whose predecessor is the query's token, of queries whose token has been
   * there before. The "prefix matching score" of induction heads (Olsson et al. 2022, "In-context Learning and
   * Induction Heads"). null across two sequences and where no token comes twice.
   */
  readonly induction: number | null;
}

export type Metric = keyof HeadMetrics;

/** In the order in which they are shown. */
export const metrics: readonly Metric[] = ["entropy", "distance", "first", "previous", "same", "induction"];

/**
 * `pattern` [Q, K]. `tokens` are the ids of the one sequence that queries and keys stand in; null for attention from one
 * sequence to another.
 */
export function headMetrics(
  pattern: Float32Array,
  queries: number,
  keys: number,
  tokens: readonly number[] | null,
): HeadMetrics {
  const weight = (query: number, key: number) => pattern[query * keys + key] ?? 0;
  const perQuery = (measure: (query: number) => number | null) => meanOf(queries, measure);
  const overKeys = (query: number, term: (share: number, key: number) => number) => {
    let sum = 0;
    for (let key = 0; key < keys; key++) sum += term(weight(query, key), key);
    return sum;
  };
  const within = (measure: (query: number) => number | null) => (tokens === null ? null : perQuery(measure));
  return {
    entropy: perQuery((query) => overKeys(query, (share) => (share > 0 ? -share * Math.log(share) : 0))) ?? 0,
    distance: within((query) => overKeys(query, (share, key) => share * Math.abs(query - key))),
    first: perQuery((query) => weight(query, 0)) ?? 0,
    // The first query has nothing before it.
    previous: within((query) => (query === 0 ? null : weight(query, query - 1))),
    same: within((query) => weight(query, query)),
    induction: within((query) => {
      const followers = followersOf(query, tokens ?? []);
      return followers.length === 0 ? null : followers.reduce((sum, key) => sum + weight(query, key), 0);
    }),
  };
}

/** The places before the query whose predecessor is the query's token. */
function followersOf(query: number, tokens: readonly number[]): number[] {
  const found: number[] = [];
  for (let key = 1; key < query; key++) if (tokens[key - 1] === tokens[query]) found.push(key);
  return found;
}

/** The mean over the queries that a measure applies to; null where it applies to none. */
function meanOf(queries: number, measure: (query: number) => number | null): number | null {
  let [sum, count] = [0, 0];
  for (let query = 0; query < queries; query++) {
    const value = measure(query);
    if (value === null) continue;
    sum += value;
    count += 1;
  }
  return count === 0 ? null : sum / count;
}

/** Rows in the order of one metric; those without a value come last, whichever way. The order given breaks ties. */
export function sortedByMetric<T extends { readonly metrics: HeadMetrics }>(
  rows: readonly T[],
  metric: Metric,
  direction: "ascending" | "descending",
): readonly T[] {
  const sign = direction === "ascending" ? 1 : -1;
  return rows.toSorted((a, b) => {
    const [x, y] = [a.metrics[metric], b.metrics[metric]];
    if (x === null || y === null) return x === y ? 0 : x === null ? 1 : -1;
    return (x - y) * sign;
  });
}
