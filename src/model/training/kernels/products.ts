/** Matrix products of whole batches, transposed or not. */
import type { Tensor } from "@tensorflow/tfjs-core";
import { heapKernel } from "../../operations/heapKernels";
import { run } from "../../operations/kernels";
import { gemmOver, hasGemm, scratchNumbers } from "./gemm";

export function reshape(x: Tensor, shape: readonly number[]): Tensor {
  return run("Reshape", { x }, { shape: [...shape] });
}

interface Options {
  /** A is given as [..., K, M]. */
  readonly transposeA?: boolean;
  /** B is given as [..., N, K]. */
  readonly transposeB?: boolean;
}

/** m, n and k of a product of matrices of these shapes. */
function sizes(a: readonly number[], b: readonly number[], transposeA: boolean, transposeB: boolean) {
  const [rows = 1, columns = 1] = a.slice(-2);
  const [first = 1, second = 1] = b.slice(-2);
  return { m: transposeA ? columns : rows, k: transposeA ? rows : columns, n: transposeB ? first : second };
}

const fast = heapKernel({
  name: "Product",
  shape([a = [], b = []], { transposeA, transposeB }) {
    const { m, n } = sizes(a, b, Boolean(transposeA), Boolean(transposeB));
    return [...a.slice(0, -2), m, n];
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

/** [..., M, K] × [..., K, N] → [..., M, N], with a bias [N] added where there is one. */
export function product(
  a: Tensor,
  b: Tensor,
  { transposeA = false, transposeB = false }: Options,
  bias?: Tensor,
): Tensor {
  const quick = hasGemm() ? fast(bias ? [a, b, bias] : [a, b], { transposeA, transposeB }) : null;
  if (quick) return quick;
  // The library's own kernel for WASM is ten times slower where it transposes by itself.
  const [first, second] = [transposeA ? transposed(a) : a, transposeB ? transposed(b) : b];
  const plain = { transposeA: false, transposeB: false };
  if (!bias) return run("BatchMatMul", { a: first, b: second }, plain);
  return run("_FusedMatMul", { a: first, b: second, bias }, { ...plain, activation: "linear" });
}

function transposed(x: Tensor): Tensor {
  const last = x.rank - 1;
  return run("Transpose", { x }, { perm: [...Array.from({ length: last - 1 }, (_, i) => i), last, last - 1] });
}
