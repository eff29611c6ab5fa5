/** What explaining needs to know of a step; the trace of a run has more. */
import type { Part, Stack } from "../names";
import type { Axis, Kind } from "../operations/operation";

export interface Step {
  readonly name: string;
  readonly stack: Stack | null;
  /** Block number from 0; null outside blocks. */
  readonly layer: number | null;
  readonly part: Part | null;
  /** The last component of the name, such as `scores`. */
  readonly value: string;
  readonly kind: Kind;
  readonly shape: readonly number[];
  readonly axes: readonly Axis[];
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** Where a step belongs on the timeline: stack and block, and the sublayer whose work it is part of. */
export interface Group {
  readonly stack: Stack | null;
  readonly layer: number | null;
  readonly part: Part | "embedding" | "finalNorm" | "output";
}

const closing: Readonly<Record<string, Part>> = {
  residMid: "selfAttention",
  residCross: "crossAttention",
  residPost: "feedForward",
};

/** A block's residual values close the sublayer that they are named after; what stands outside blocks is before or after. */
export function groupOf({ stack, layer, part, value }: Pick<Step, "stack" | "layer" | "part" | "value">): Group {
  if (stack === null) return { stack, layer, part: "output" };
  if (layer === null) return { stack, layer, part: value === "output" ? "finalNorm" : "embedding" };
  return { stack, layer, part: part ?? closing[value] ?? "feedForward" };
}
