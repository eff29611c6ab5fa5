/** Everything that the figures of one attention are drawn from. Shapes: H heads, Q queries, K keys. */
import { useMemo } from "react";
import type { AttentionMap, RunResult } from "../../engine/protocol";
import { mergeHeads } from "../../geometry/attention";
import type { Look } from "../../state/look";
import { useApp } from "../../state/useApp";
import { shownPosition } from "../compare";
import { type Axes, axesOf, inputLanguage, isCausal, writtenOf } from "../labels";

export interface Cell {
  readonly query: number;
  readonly key: number;
}

export interface Shown {
  readonly run: RunResult;
  readonly map: AttentionMap;
  readonly axes: Axes;
  /** Whether a query may not read this key. */
  readonly hidden: (cell: Cell) => boolean;
  /** The query that is spoken of: the chosen one, else the one of the prediction that is shown. */
  readonly row: number;
  /** The chosen query and key; null for none. */
  readonly query: number | null;
  readonly key: number | null;
  readonly choose: (cell: { readonly query: number | null; readonly key: number | null }) => void;
}

export function useShown(run: RunResult, map: AttentionMap): Shown {
  const typed = useApp((state) => inputLanguage(state.model));
  const select = useApp((state) => state.select);
  const { query, key, position } = useApp((state) => state.scene.selection);
  const fixed = useMemo(() => {
    const causal = isCausal(map, run);
    const hidden = (cell: Cell) => causal && cell.key > cell.query;
    const choose: Shown["choose"] = (cell) =>
      // What a decoder reads at a position is how it predicts there.
      select(map.stack === "decoder" && cell.query !== null ? { ...cell, position: cell.query } : cell);
    return { run, map, axes: axesOf(map, run, typed), hidden, choose };
  }, [run, map, typed, select]);
  const writes = writtenOf(run.outcome);
  const spoken = map.stack === "decoder" && writes ? shownPosition(writes, position) : map.queries - 1;
  const within = (index: number | null, count: number) => (index !== null && index < count ? index : null);
  return {
    ...fixed,
    row: Math.min(query ?? spoken, map.queries - 1),
    query: within(query, map.queries),
    key: within(key, map.keys),
  };
}

/** The chosen head's numbers, or those of several taken together: [Q, K] of [H, Q, K]. */
export function shownOf(all: Float32Array, { queries, keys }: AttentionMap, { merge }: Look, head: number) {
  const size = queries * keys;
  if (merge === null) return all.subarray(head * size, (head + 1) * size);
  return mergeHeads(all, size, merge.heads, merge.by);
}

/** What each figure of an attention gets. */
export interface FigureProps {
  readonly shown: Shown;
  readonly look: Look;
  readonly head: number;
  /** Of the chosen head, or of several taken together: [Q, K]. */
  readonly pattern: Float32Array;
  /** Which head of which attention, in words. */
  readonly title: string;
}
