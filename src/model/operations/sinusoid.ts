import { tensor2d } from "@tensorflow/tfjs-core";
import { costOf } from "./cost";
import type { SinusoidDerivation } from "./derivation";
import { input, type Operation } from "./operation";

/**
 * Sine in even cells, cosine in odd ones ("Attention Is All You Need", section 3.5).
 * @param position token number from 0
 * @param cell cell of the model width, from 0
 * @param width C
 */
export function sinusoidCell(position: number, cell: number, width: number): SinusoidDerivation {
  const pair = cell - (cell % 2);
  const angle = position / 10_000 ** (pair / width);
  const wave = cell === pair ? "sin" : "cos";
  return { kind: "sinusoid", function: wave, position, pair, width, angle, result: Math[wave](angle) };
}

/** Tables by width, as long as was asked for so far: sines of thousands of angles are slow to compute anew. */
const tables = new Map<number, Float32Array>();

function table(length: number, width: number): Float32Array {
  const known = tables.get(width);
  if (known && known.length >= length * width) return known.slice(0, length * width);
  const made = Float32Array.from(
    { length: length * width },
    (_, i) => sinusoidCell(Math.floor(i / width), i % width, width).result,
  );
  tables.set(width, made);
  return made.slice();
}

/** The positional encoding for as many positions as there are ids: ids [B, T] → [T, C]. */
export const sinusoid: Operation<"sinusoid"> = {
  kind: "sinusoid",
  weights: [],
  kernel(inputs, { width }) {
    const length = input(inputs, 0).shape[1] ?? 0;
    return tensor2d(table(length, width), [length, width]);
  },
  axes: (inputs) => [input(inputs, 0)[1] ?? "T", "C"],
  sources: () => [],
  derive: (_, { width }, [position = 0, cell = 0]) => sinusoidCell(position, cell, width),
  /** For a cell: the power, the division and the sine. */
  cost(shapes, { width }) {
    const cells = (input(shapes, 0)[1] ?? 0) * width;
    return costOf({ elementwise: 3 * cells }, 0, cells);
  },
  formula({ result }, { width }) {
    const angle = `\\frac{t}{10\\,000^{2i/${width}}}`;
    return [`${result}_{t,\\,2i} = \\sin ${angle}`, `${result}_{t,\\,2i+1} = \\cos ${angle}`];
  },
  torch({ result, inputs }, { width }) {
    return [
      `t = torch.arange(${input(inputs, 0)}.shape[1])[:, None]`,
      `angle = t / 10_000 ** (torch.arange(0, ${width}, 2) / ${width})`,
      `${result} = torch.stack([angle.sin(), angle.cos()], dim=-1).flatten(1)`,
    ].join("\n");
  },
};
