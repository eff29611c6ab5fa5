/**
 * Principal component analysis to two dimensions (Pearson 1901): the plane through the mean in which the points keep the
 * most of their variance. Pure, in double precision and deterministic, so that a picture is the same on every machine.
 */
import { symmetricEigen } from "./eigen";

export interface Projection {
  /** [N, 2], row-major. */
  readonly points: Float32Array;
  /** Shares of the whole variance along both axes, in [0, 1], the larger first. */
  readonly explained: readonly [number, number];
}

/** Directions that are looked at: the first two of them are exact long before. */
const most = 24;

/**
 * `vectors` [N, C]. The two leading eigenvectors of the covariance are found in a Krylov space (Lanczos with full
 * orthogonalisation, Golub and Van Loan, section 10.3), for the covariance of a large model takes seconds to write down.
 * A direction's sign is free: it is chosen so that the component of the largest absolute value is positive.
 */
export function pca(vectors: Float32Array, width: number): Projection {
  const count = width === 0 ? 0 : vectors.length / width;
  const points = new Float32Array(count * 2);
  const rows = centredRows(vectors, count, width);
  const total = rows.reduce((sum, row) => sum + dot(row, row), 0);
  if (!(total > 0)) return { points, explained: [0, 0] };

  const basis: Float64Array[] = [];
  const images: Float64Array[] = [];
  const limit = Math.min(most, width, count);
  let next = largestRow(rows, basis, total);
  while (next && basis.length < limit) {
    basis.push(next);
    const image = scattered(rows, next);
    images.push(image);
    next = unit(orthogonal(image, basis), total * 1e-12) ?? largestRow(rows, basis, total);
  }
  const size = basis.length;
  const small = Float64Array.from({ length: size * size }, (_, at) => {
    const [a, b] = [basis[Math.floor(at / size)], images[at % size]];
    return a && b ? dot(a, b) : 0;
  });
  const { values, vectors: mixes } = symmetricEigen(small, size);
  const order = [...values.keys()].sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0));
  const explained: [number, number] = [0, 0];
  for (const axis of [0, 1] as const) {
    const column = order[axis];
    const value = column === undefined ? 0 : (values[column] ?? 0);
    if (column === undefined || value <= total * 1e-12) continue;
    const direction = new Float64Array(width);
    for (const [row, part] of basis.entries()) add(direction, part, mixes[row * size + column] ?? 0);
    const sign = direction.reduce((best, x) => (Math.abs(x) > Math.abs(best) + 1e-9 ? x : best), 0) < 0 ? -1 : 1;
    explained[axis] = value / total;
    for (const [n, row] of rows.entries()) points[n * 2 + axis] = sign * dot(row, direction);
  }
  return { points, explained };
}

function centredRows(vectors: Float32Array, count: number, width: number): readonly Float64Array[] {
  const rows = Array.from({ length: count }, (_, n) => Float64Array.from(vectors.subarray(n * width, (n + 1) * width)));
  const mean = new Float64Array(width);
  for (const row of rows) add(mean, row, 1 / count);
  for (const row of rows) add(row, mean, -1);
  return rows;
}

/** The scatter matrix times a vector: Σₙ rowₙ (rowₙ · v). */
function scattered(rows: readonly Float64Array[], vector: Float64Array): Float64Array {
  const sum = new Float64Array(vector.length);
  for (const row of rows) add(sum, row, dot(row, vector));
  return sum;
}

/** A direction that the basis lacks: of the row that it describes worst; null where it describes all of them. */
function largestRow(rows: readonly Float64Array[], basis: readonly Float64Array[], total: number): Float64Array | null {
  let best: Float64Array | null = null;
  let length = 0;
  for (const row of rows) {
    const rest = orthogonal(row, basis);
    if (dot(rest, rest) <= length) continue;
    best = rest;
    length = dot(rest, rest);
  }
  return best && length > total * 1e-24 ? unit(best, 0) : null;
}

/** What a basis leaves of a vector; taken away twice, for the first time leaves rounding. */
function orthogonal(vector: Float64Array, basis: readonly Float64Array[]): Float64Array {
  const rest = Float64Array.from(vector);
  for (let time = 0; time < 2; time++) for (const part of basis) add(rest, part, -dot(rest, part));
  return rest;
}

/** The vector at length 1; null where it is not longer than `least`. */
function unit(vector: Float64Array, least: number): Float64Array | null {
  const length = Math.sqrt(dot(vector, vector));
  return length > least ? vector.map((value) => value / length) : null;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

function add(to: Float64Array, vector: Float64Array, factor: number): void {
  for (let i = 0; i < to.length; i++) to[i] = (to[i] as number) + factor * (vector[i] as number);
}
