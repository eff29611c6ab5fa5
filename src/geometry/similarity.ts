/** Vectors of tokens compared: lengths and angles. T tokens, C width; row-major. */

/** The Euclidean length of each row of `vectors` [T, C]: [T]. */
export function norms(vectors: Float32Array, width: number): Float32Array {
  const lengths = new Float32Array(width === 0 ? 0 : vectors.length / width);
  for (let row = 0; row < lengths.length; row++) {
    let sum = 0;
    for (let at = row * width; at < (row + 1) * width; at++) sum += (vectors[at] ?? 0) ** 2;
    lengths[row] = Math.sqrt(sum);
  }
  return lengths;
}

/**
 * The cosine of the angle between each two rows of `vectors` [T, C]: [T, T], in [−1, 1]. A row of zeros has no direction
 * and 0 with every other.
 */
export function cosines(vectors: Float32Array, width: number): Float32Array {
  const lengths = norms(vectors, width);
  const count = lengths.length;
  const found = new Float32Array(count * count);
  for (let a = 0; a < count; a++) {
    for (let b = a; b < count; b++) {
      let sum = 0;
      for (let at = 0; at < width; at++) sum += (vectors[a * width + at] ?? 0) * (vectors[b * width + at] ?? 0);
      const product = (lengths[a] ?? 0) * (lengths[b] ?? 0);
      const cosine = product > 0 ? Math.min(1, Math.max(-1, sum / product)) : 0;
      found[a * count + b] = cosine;
      found[b * count + a] = cosine;
    }
  }
  return found;
}
