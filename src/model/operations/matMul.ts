import { run } from "./kernels";
import { at, input, lastSize, type Operation } from "./operation";

/**
 * Matrix product head by head: [B, H, T, D] × [B, H, S, D]ᵀ → [B, H, T, S] with `transposeSecond`,
 * else [B, H, T, S] × [B, H, S, D] → [B, H, T, D].
 */
export const matMul: Operation<"matMul"> = {
  kind: "matMul",
  kernel(inputs, { transposeSecond }) {
    // An explicit transpose: the WASM kernel is ten times slower when it transposes by itself.
    const second = transposeSecond
      ? run("Transpose", { x: input(inputs, 1) }, { perm: [0, 1, 3, 2] })
      : input(inputs, 1);
    return run("BatchMatMul", { a: input(inputs, 0), b: second }, { transposeA: false, transposeB: false });
  },
  axes(inputs, { transposeSecond }) {
    const [first, second] = [input(inputs, 0), input(inputs, 1)];
    return [...first.slice(0, -1), second[transposeSecond ? 2 : 3] ?? "D"];
  },
  cell(inputs, { transposeSecond }, [b = 0, h = 0, row = 0, column = 0]) {
    const [first, second] = [input(inputs, 0), input(inputs, 1)];
    let sum = 0;
    for (let i = 0; i < lastSize(first); i++) {
      const other = transposeSecond ? at(second, b, h, column, i) : at(second, b, h, i, column);
      sum += at(first, b, h, row, i) * other;
    }
    return sum;
  },
};
