/** What choosing a token in the input bar means for the selection that all views share. */
import type { RunResult, WrittenOutcome } from "../../engine/protocol";
import type { Stack } from "../../model/names";
import type { Selection } from "../../state/scene";
import { shownPosition } from "../compare";

/**
 * Choosing a token of an encoder shows its row, or its column where the output reads it; null where the chosen attention
 * has no part in it.
 */
export function pickRead(
  selection: Selection,
  written: WrittenOutcome | null,
  index: number,
): Partial<Selection> | null {
  if (selection.stack === "encoder") return { query: index, key: null };
  if (selection.part !== "crossAttention" || written === null) return null;
  return { key: index, query: selection.query ?? shownPosition(written, selection.position) };
}

export function isPickedRead({ stack, part, query, key }: Selection, index: number): boolean {
  return stack === "encoder" ? query === index : part === "crossAttention" && key === index;
}

/** Choosing a token that a decoder was given or wrote shows the distribution that it is one of: the one before it. */
export function pickWritten(index: number): Partial<Selection> | null {
  return index === 0 ? null : { position: index - 1, query: index - 1, key: null };
}

/** The stack whose tokens are the input: a decoder's only where there is no encoder. */
export function readStack({ stacks }: Pick<RunResult, "stacks">): Stack {
  return stacks[0]?.stack ?? "encoder";
}
