/**
 * What a decoder that keeps keys and values spares. Where no position depends on a later one, a new token changes
 * nothing that was computed for the earlier ones: only its own row of each step is new, and of the earlier tokens only
 * the keys and values are still read (Shazeer 2019, https://arxiv.org/abs/1911.02150, section 2.4).
 */
import { type Cost, costOf } from "../operations/cost";
import type { Axis } from "../operations/operation";
import { type Shape, sizeOf } from "../operations/regions";
import type { Step } from "./step";

interface Sized {
  readonly shape: Shape;
  readonly axes: readonly Axis[];
}

/**
 * The cost of a step for one more token. What has no dimension T (the encoder's side, keys and values of the source,
 * a transposed table) stays as it is and costs nothing; of what has, one row is computed. The second operand of a matrix
 * product is what the new row is held against: keys or values of all tokens.
 */
export function newestCost(step: Step, operands: readonly Sized[], cost: (shapes: readonly Shape[]) => Cost): Cost {
  if (!step.axes.includes("T")) return costOf({}, 0, 0);
  return cost(operands.map((operand, i) => (step.kind === "matMul" && i === 1 ? operand.shape : newestRow(operand))));
}

/** The shape with 1 in place of the first T: of a pattern [B, H, T, T] that is the query's. */
function newestRow({ shape, axes }: Sized): Shape {
  const row = axes.indexOf("T");
  return shape.map((size, dimension) => (dimension === row ? 1 : size));
}

/** Bytes that a cache keeps of a step's result; 0 for all but the decoder's keys and values. */
export function keptBytes({ stack, value, shape }: Pick<Step, "stack" | "value" | "shape">): number {
  return stack === "decoder" && (value === "keyHeads" || value === "valueHeads") ? 4 * sizeOf(shape) : 0;
}
