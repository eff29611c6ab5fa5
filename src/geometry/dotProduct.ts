/** A query against keys, dimension by dimension. D head width, K keys; row-major. */

export interface DotProduct {
  /** query[d] · key[d] for each key, [K, D]. */
  readonly products: Float32Array;
  /** The sum of a key's first d products, [K, D]; its last column is the score. */
  readonly running: Float32Array;
  /** The dot products, [K], in double precision. */
  readonly scores: readonly number[];
}

/** `query` [D], `keys` [K, D]. */
export function dotProduct(query: Float32Array, keys: Float32Array): DotProduct {
  const width = query.length;
  const [products, running] = [new Float32Array(keys.length), new Float32Array(keys.length)];
  const scores: number[] = [];
  for (let from = 0; from < keys.length; from += width) {
    let sum = 0;
    for (let dimension = 0; dimension < width; dimension++) {
      const product = (query[dimension] ?? 0) * (keys[from + dimension] ?? 0);
      sum += product;
      products[from + dimension] = product;
      running[from + dimension] = sum;
    }
    scores.push(sum);
  }
  return { products, running, scores };
}
