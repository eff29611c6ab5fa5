import type { Tensor } from "@tensorflow/tfjs-core";
import type { ActivationKind } from "../config";
import { costOf } from "./cost";
import { plus, run, times } from "./kernels";
import { input, type Operation } from "./operation";
import { cellRegion, operand, sizeOf } from "./regions";

/** GELU's tanh form: 0.5 x (1 + tanh(√(2/π) (x + 0.044715 x³))) (Hendrycks and Gimpel 2016). */
const [slope, cubic] = [Math.sqrt(2 / Math.PI), 0.044715];

const kernels: Record<ActivationKind, (x: Tensor) => Tensor> = {
  relu: (x) => run("Relu", { x }),
  gelu: (x) => times(times(x, 0.5), plus(run("Erf", { x: times(x, Math.SQRT1_2) }), 1)),
  geluTanh(x) {
    const inner = times(plus(x, times(times(times(x, x), x), cubic)), slope);
    return times(times(x, 0.5), plus(run("Tanh", { x: inner }), 1));
  },
  silu: (x) => times(x, run("Sigmoid", { x })),
  tanh: (x) => run("Tanh", { x }),
};

/** erf by its Taylor series near 0 and its continued fraction beyond: double precision. */
export function erfNumber(x: number): number {
  const magnitude = Math.abs(x);
  if (magnitude > 6) return Math.sign(x);
  if (magnitude < 2.5) {
    let [term, sum] = [magnitude, magnitude];
    for (let n = 1; n < 80; n++) {
      term *= -(magnitude * magnitude) / n;
      sum += term / (2 * n + 1);
    }
    return (Math.sign(x) * 2 * sum) / Math.sqrt(Math.PI);
  }
  let fraction = magnitude;
  for (let n = 80; n > 0; n--) fraction = magnitude + n / 2 / fraction;
  return Math.sign(x) * (1 - Math.exp(-magnitude * magnitude) / (fraction * Math.sqrt(Math.PI)));
}

/** All but tanh are x · gate(x): how much of x passes. */
const gates: Record<Exclude<ActivationKind, "tanh">, (x: number) => number> = {
  relu: (x) => (x > 0 ? 1 : 0),
  gelu: (x) => 0.5 * (1 + erfNumber(x * Math.SQRT1_2)),
  geluTanh: (x) => 0.5 * (1 + Math.tanh(slope * (x + cubic * x ** 3))),
  silu: (x) => 1 / (1 + Math.exp(-x)),
};

/** Steps of arithmetic for a cell, as written above; erf, tanh and e^x count as one. */
const steps: Record<ActivationKind, number> = { relu: 1, gelu: 5, geluTanh: 9, silu: 5, tanh: 1 };

const formulas: Record<ActivationKind, (x: string) => readonly [of: string, ...uses: string[]]> = {
  relu: (x) => [`\\max(0,\\, ${x})`],
  gelu: (x) => [
    `${x} \\odot \\Phi(${x})`,
    "\\Phi(x) = \\tfrac12\\big(1 + \\operatorname{erf}\\tfrac{x}{\\sqrt2}\\big)",
  ],
  geluTanh: (x) => [
    `${x} \\odot g(${x})`,
    "g(x) = \\tfrac12\\Big(1 + \\tanh\\big(\\sqrt{2/\\pi}\\,(x + 0.044715\\,x^3)\\big)\\Big)",
  ],
  silu: (x) => [`${x} \\odot \\sigma(${x})`, "\\sigma(x) = \\frac{1}{1 + e^{-x}}"],
  tanh: (x) => [`\\tanh(${x})`],
};

const torches: Record<ActivationKind, (x: string) => string> = {
  relu: (x) => `F.relu(${x})`,
  gelu: (x) => `F.gelu(${x})`,
  geluTanh: (x) => `F.gelu(${x}, approximate="tanh")`,
  silu: (x) => `F.silu(${x})`,
  tanh: (x) => `torch.tanh(${x})`,
};

/** The nonlinearity of a feed-forward layer or of a head, cell by cell. */
export const activation: Operation<"activation"> = {
  kind: "activation",
  weights: [],
  kernel: (inputs, attributes) => kernels[attributes.function](input(inputs, 0)),
  axes: (inputs) => input(inputs, 0),
  sources: (_, __, index) => [cellRegion(0, index)],
  derive(inputs, attributes, index) {
    const argument = operand(inputs, 0, index);
    if (attributes.function === "tanh") {
      const result = Math.tanh(argument.value);
      return { kind: "function", function: "tanh", argument, gate: null, result };
    }
    const gate = gates[attributes.function](argument.value);
    const result = gate === 0 ? 0 : argument.value * gate;
    return { kind: "function", function: attributes.function, argument, gate, result };
  },
  cost(shapes, attributes) {
    const size = sizeOf(input(shapes, 0));
    return costOf({ elementwise: size * steps[attributes.function] }, size, size);
  },
  formula({ result, inputs }, attributes) {
    const [of, ...uses] = formulas[attributes.function](input(inputs, 0));
    return [`${result} = ${of}`, ...uses];
  },
  torch: ({ result, inputs }, attributes) => `${result} = ${torches[attributes.function](input(inputs, 0))}`,
};
