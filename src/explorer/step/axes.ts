/** What a coordinate of a value is called: which token, head or feature. */
import type { RunResult } from "../../engine/protocol";
import type { Axis } from "../../model/operations";
import { visible } from "../tokenText";

export interface AxisNames {
  /** One a coordinate, from 0. */
  readonly labels: readonly string[];
  /** The labels are numbers in order, of which a figure may leave some out. */
  readonly numbered: boolean;
}

/** The tokens along an axis; null where it does not count tokens. */
function tokensAlong(axis: Axis, { stacks }: RunResult): readonly string[] | null {
  if (axis !== "T" && axis !== "S") return null;
  // T counts what the decoder reads, or the only stack.
  const stack = stacks.find((one) => one.stack === (axis === "S" ? "encoder" : "decoder")) ?? stacks[0];
  return stack?.tokens.map(({ text }) => text) ?? null;
}

/**
 * Names of the coordinates `from` to `from + count` along an axis.
 * @param vocabulary tokens by id, for V; null names them by their ids
 * @param classes labels, for K
 */
export function axisNames(
  axis: Axis,
  count: number,
  run: RunResult,
  named: { readonly vocabulary: readonly string[] | null; readonly classes: readonly string[] | null },
  from = 0,
): AxisNames {
  const known = axis === "V" ? named.vocabulary : axis === "K" ? named.classes : tokensAlong(axis, run);
  // A table of positions has a row for every place, not only for those of this text.
  if (known !== null && known.length >= from + count) {
    return { labels: known.slice(from, from + count).map(visible), numbered: false };
  }
  return { labels: Array.from({ length: count }, (_, index) => String(from + index)), numbered: true };
}
