import { costOf } from "./cost";
import { sumOf, term } from "./derivation";
import { input, type Operation, transposed } from "./operation";
import { product } from "./products";
import { lastSize, operand, rowRegion, sizeOf } from "./regions";

/**
 * Matrix product head by head: [B, H, T, D] × [B, H, S, D]ᵀ → [B, H, T, S] with `transposeSecond`,
 * else [B, H, T, S] × [B, H, S, D] → [B, H, T, D].
 */
export const matMul: Operation<"matMul"> = {
  kind: "matMul",
  weights: [],
  kernel: (inputs, { transposeSecond }) => product(input(inputs, 0), input(inputs, 1), { transposeB: transposeSecond }),
  axes(inputs, { transposeSecond }) {
    const [first, second] = [input(inputs, 0), input(inputs, 1)];
    return [...first.slice(0, -1), second[transposeSecond ? 2 : 3] ?? "D"];
  },
  sources(shapes, { transposeSecond }, [b = 0, h = 0, row = 0, column = 0]) {
    const size = lastSize(input(shapes, 0));
    const second = transposeSecond
      ? rowRegion(1, [b, h, column], size)
      : { input: 1, from: [b, h, 0, column], to: [b + 1, h + 1, size, column + 1] };
    return [rowRegion(0, [b, h, row], size), second];
  },
  derive(inputs, { transposeSecond }, [b = 0, h = 0, row = 0, column = 0]) {
    const products = Array.from({ length: lastSize(input(inputs.shapes, 0)) }, (_, i) =>
      term([
        operand(inputs, 0, [b, h, row, i]),
        operand(inputs, 1, transposeSecond ? [b, h, column, i] : [b, h, i, column]),
      ]),
    );
    return sumOf(products);
  },
  cost(shapes, { transposeSecond }) {
    const [first, second] = [input(shapes, 0), input(shapes, 1)];
    const written = (sizeOf(first) / lastSize(first)) * (second[transposeSecond ? 2 : 3] ?? 0);
    return costOf({ multiplyAdds: written * lastSize(first) }, sizeOf(first) + sizeOf(second), written);
  },
  formula({ result, inputs }, { transposeSecond }) {
    const second = input(inputs, 1);
    return [`${result} = ${input(inputs, 0)} \\, ${transposeSecond ? transposed(second) : second}`];
  },
  torch({ result, inputs }, { transposeSecond }) {
    return `${result} = ${input(inputs, 0)} @ ${input(inputs, 1)}${transposeSecond ? ".transpose(-2, -1)" : ""}`;
  },
};
