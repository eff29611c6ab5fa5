/**
 * All eigenvalues and eigenvectors of a small symmetric matrix by cyclic Jacobi rotations (Golub and Van Loan, "Matrix
 * Computations", section 8.5). `matrix` [size, size], row-major; eigenvectors are columns. Converges quadratically: 30
 * sweeps are far more than it needs.
 */
export function symmetricEigen(
  matrix: Float64Array,
  size: number,
): { readonly values: readonly number[]; readonly vectors: Float64Array } {
  const a = Float64Array.from(matrix);
  const vectors = new Float64Array(size * size);
  for (let i = 0; i < size; i++) vectors[i * size + i] = 1;
  const at = (row: number, column: number) => a[row * size + column] ?? 0;
  /** Makes a[p, q] zero. */
  const rotate = (p: number, q: number) => {
    if (at(p, q) === 0) return;
    const theta = (at(q, q) - at(p, p)) / (2 * at(p, q));
    const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
    const c = 1 / Math.sqrt(t * t + 1);
    for (let k = 0; k < size; k++) turn(a, k * size + p, k * size + q, c, t * c);
    for (let k = 0; k < size; k++) turn(a, p * size + k, q * size + k, c, t * c);
    for (let k = 0; k < size; k++) turn(vectors, k * size + p, k * size + q, c, t * c);
  };
  for (let sweep = 0; sweep < 30; sweep++) {
    let [off, diagonal] = [0, 0];
    for (let p = 0; p < size; p++) {
      diagonal += at(p, p) ** 2;
      for (let q = p + 1; q < size; q++) off += at(p, q) ** 2;
    }
    if (off <= 1e-26 * diagonal) break;
    for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) rotate(p, q);
  }
  return { values: Array.from({ length: size }, (_, i) => at(i, i)), vectors };
}

function turn(m: Float64Array, p: number, q: number, c: number, s: number): void {
  const [x, y] = [m[p] ?? 0, m[q] ?? 0];
  m[p] = c * x - s * y;
  m[q] = s * x + c * y;
}
