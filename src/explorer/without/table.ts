/** The switches of a model laid out as its sublayers stand: one row each, one column a kind. */
import type { ModelConfig } from "../../model/config";
import type { AttentionId, HeadId, Part, Stack } from "../../model/names";
import { headsOf, type Switch, type SwitchKind, switchesOf } from "../../model/switches";

/** What a column holds; heads stand between the first and the second. */
export const columns = ["whole", "mask", "scaling", "residual", "norm"] as const;
export type Column = (typeof columns)[number];

export interface SublayerRow {
  readonly layer: number;
  readonly part: Part;
  readonly heads: readonly HeadId[];
  readonly cells: Readonly<Partial<Record<Column, Switch>>>;
}

export interface BlockRows {
  readonly layer: number;
  /** The block as a whole. */
  readonly whole: Switch | null;
  readonly rows: readonly SublayerRow[];
}

export interface StackTable {
  readonly stack: Stack;
  /** Before the first block: positions, a norm. */
  readonly start: readonly Switch[];
  readonly blocks: readonly BlockRows[];
  /** After the last block. */
  readonly end: readonly Switch[];
  /** Columns that any row has. */
  readonly columns: readonly Column[];
  /** Of the widest row. */
  readonly heads: number;
}

const columnOf = (kind: SwitchKind): Column | null =>
  kind === "attention" || kind === "feedForward" ? "whole" : kind === "layer" || kind === "positions" ? null : kind;

export function switchTables(config: ModelConfig): readonly StackTable[] {
  const all = switchesOf(config);
  const heads = headsOf(config);
  const last = all.findLast(({ stack }) => stack !== null)?.stack;
  return (["encoder", "decoder"] as const).flatMap((stack) => {
    // What belongs to no stack, such as the norm of an output head, stands after the last one.
    const here = all.filter((one) => (one.stack ?? last) === stack);
    if (here.length === 0) return [];
    const inBlocks = here.filter(({ layer }) => layer !== null);
    const first = here.findIndex(({ layer }) => layer !== null);
    const outside = here.map((one, index) => ({ one, before: index < first })).filter(({ one }) => one.layer === null);
    const layers = [...new Set(inBlocks.flatMap(({ layer }) => (layer === null ? [] : [layer])))];
    const blocks = layers.map((layer) =>
      blockOf(
        layer,
        inBlocks,
        heads.filter((id) => id.stack === stack),
      ),
    );
    const rows = blocks.flatMap((block) => block.rows);
    return [
      {
        stack,
        start: outside.filter(({ before }) => before).map(({ one }) => one),
        blocks,
        end: outside.filter(({ before }) => !before).map(({ one }) => one),
        columns: columns.filter((column) => rows.some(({ cells }) => cells[column])),
        heads: Math.max(0, ...rows.map((row) => row.heads.length)),
      },
    ];
  });
}

function blockOf(layer: number, switches: readonly Switch[], heads: readonly HeadId[]): BlockRows {
  const here = switches.filter((one) => one.layer === layer);
  const parts = [...new Set(here.flatMap(({ part }) => (part === null ? [] : [part])))];
  return {
    layer,
    whole: here.find(({ kind }) => kind === "layer") ?? null,
    rows: parts.map((part) => ({
      layer,
      part,
      heads: heads.filter((id: AttentionId) => id.layer === layer && id.part === part),
      cells: Object.fromEntries(
        here
          .filter((one) => one.part === part)
          .flatMap((one) => {
            const column = columnOf(one.kind);
            return column === null ? [] : [[column, one] as const];
          }),
      ),
    })),
  };
}
