import { costOf } from "./cost";
import { sumOf, term } from "./derivation";
import { times } from "./kernels";
import { input, type Operation } from "./operation";
import { cellRegion, operand, sizeOf } from "./regions";

/** n where the factor is √n or 1/√n for a whole number n, as those of the model are; else null. */
function rootOf(factor: number): number | null {
  const square = factor < 1 ? 1 / factor ** 2 : factor ** 2;
  const whole = Math.round(square);
  return Math.abs(square - whole) < 1e-6 * whole ? whole : null;
}

/** Every cell times `factor`. */
export const scale: Operation<"scale"> = {
  kind: "scale",
  weights: [],
  kernel: (inputs, { factor }) => times(input(inputs, 0), factor),
  axes: (inputs) => input(inputs, 0),
  sources: (_, __, index) => [cellRegion(0, index)],
  derive: (inputs, { factor }, index) => sumOf([term([operand(inputs, 0, index)], factor)]),
  cost(shapes) {
    const size = sizeOf(input(shapes, 0));
    return costOf({ elementwise: size }, size, size);
  },
  formula({ result, inputs }, { factor }) {
    const x = input(inputs, 0);
    const root = rootOf(factor);
    if (root === null) return [`${result} = ${factor} \\, ${x}`];
    return [factor <= 1 ? `${result} = \\frac{${x}}{\\sqrt{${root}}}` : `${result} = \\sqrt{${root}} \\, ${x}`];
  },
  torch({ result, inputs }, { factor }) {
    const root = rootOf(factor);
    const by = root === null ? `* ${factor}` : `${factor <= 1 ? "/" : "*"} math.sqrt(${root})`;
    return `${result} = ${input(inputs, 0)} ${by}`;
  },
};
