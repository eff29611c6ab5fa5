/** Matrix products of whole batches, transposed or not. */
import type { Tensor } from "@tensorflow/tfjs-core";
import { gemmOver, hasGemm, scratchNumbers } from "./gemm";
import { heapKernel } from "./heapKernels";
import { reshape, run } from "./kernels";

interface Options {
  /** A is given as [..., K, M]. */
  readonly transposeA?: boolean;
  /** B is given as [..., N, K]. */
  readonly transposeB?: boolean;
}

/** m, n and k of a product of matrices of these shapes; where B is one matrix, the rows of all of A are rows of one. */
function sizes(a: readonly number[], b: readonly number[], transposeA: boolean, transposeB: boolean) {
  const last = a.at(-1) ?? 1;
  const [first = 1, second = 1] = b.slice(-2);
  const n = transposeB ? first : second;
  if (transposeA) return { m: last, k: a.at(-2) ?? 1, n };
  if (b.length > 2) return { m: a.at(-2) ?? 1, k: last, n };
  return { m: a.slice(0, -1).reduce((rows, size) => rows * size, 1), k: last, n };
}

const fast = heapKernel({
  shape([a = [], b = []], { transposeA, transposeB }) {
    const { m, n } = sizes(a, b, Boolean(transposeA), Boolean(transposeB));
    return transposeA ? [...a.slice(0, -2), m, n] : [...a.slice(0, -1), n];
  },
  scratch([a = [], b = []], { transposeA, transposeB }) {
    return scratchNumbers(sizes(a, b, Boolean(transposeA), Boolean(transposeB)).k);
  },
  compute(result, [a, b, bias], [shapeA = [], shapeB = []], { transposeA, transposeB }, { memory, scratch }) {
    if (!a || !b) throw new Error("A matrix product needs two matrices.");
    const { m, n, k } = sizes(shapeA, shapeB, Boolean(transposeA), Boolean(transposeB));
    const bytes = Float32Array.BYTES_PER_ELEMENT;
    const along = (transposed: unknown, rows: number, columns: number) =>
      transposed ? { row: bytes, column: bytes * rows } : { row: bytes * columns, column: bytes };
    const [strideA, strideB] = [along(transposeA, m, k), along(transposeB, k, n)];
    gemmOver(memory)({
      a: a.byteOffset,
      b: b.byteOffset,
      c: result.byteOffset,
      ...{ m, n, k },
      ...{ aRow: strideA.row, aColumn: strideA.column, bRow: strideB.row, bColumn: strideB.column },
      batch: a.length / (m * k),
      aStep: bytes * m * k,
      // One B may serve all of a batch.
      bStep: b.length > k * n ? bytes * k * n : 0,
      scratch: scratch.byteOffset,
      bias: bias?.byteOffset ?? 0,
    });
  },
});

/** [..., M, K] × [..., K, N] or [K, N] → [..., M, N], with a bias [N] added where there is one. */
export function product(
  a: Tensor,
  b: Tensor,
  { transposeA = false, transposeB = false }: Options,
  bias?: Tensor,
): Tensor {
  const quick = hasGemm() ? fast(bias ? [a, b, bias] : [a, b], { transposeA, transposeB }) : null;
  if (quick) return quick;
  // The library's own kernel for WASM is ten times slower where it transposes by itself.
  const [left, right] = [transposeA ? transposed(a) : a, transposeB ? transposed(b) : b];
  if (right.rank === 2 && left.rank !== 3) {
    const k = left.shape.at(-1) ?? 1;
    const whole = product(reshape(left, [1, left.size / k, k]), right, {}, bias);
    return reshape(whole, [...left.shape.slice(0, -1), whole.shape.at(-1) ?? 1]);
  }
  const [first, second] = [left, right.rank === 2 ? reshape(right, [1, ...right.shape]) : right];
  const plain = { transposeA: false, transposeB: false };
  if (!bias) return run("BatchMatMul", { a: first, b: second }, plain);
  return run("_FusedMatMul", { a: first, b: second, bias }, { ...plain, activation: "linear" });
}

function transposed(x: Tensor): Tensor {
  const last = x.rank - 1;
  return run("Transpose", { x }, { perm: [...Array.from({ length: last - 1 }, (_, i) => i), last, last - 1] });
}
