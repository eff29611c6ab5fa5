/** Changes of a scene to what the runner does at each step; values of other texts and means are asked for here. */
import type { Change } from "../model/changes";
import type { Edit, ReplacedRows } from "../model/edits";
import { attentionPath, type HeadId } from "../model/names";
import { type Edits, noEdits } from "./runner";

/** Results of every head, by path of `headOutput`. */
export interface HeadValues {
  /** H, T and D of each. */
  readonly shape: readonly [number, number, number];
  readonly data: Float32Array;
}

export interface Sources {
  /** What each head gives on another text. */
  on(text: string): Promise<ReadonlyMap<string, HeadValues>>;
  /** What each head gives on average over all places of the model's examples: T is 1. */
  mean(): Promise<ReadonlyMap<string, HeadValues>>;
}

/** Some heads of one `headOutput`, by its path, set to zero. */
export function headsOff(path: string, heads: readonly number[]): Edits {
  const rows = heads.map((head): ReplacedRows => ({ head, ...everyRow, values: null, columns: 0 }));
  return heads.length > 0 ? new Map([[path, { key: heads.join(), edit: { kind: "rows", rows } }]]) : noEdits;
}

/** All rows, however many there are. */
const everyRow = { from: 0, to: Number.POSITIVE_INFINITY };

export async function editsOf(changes: readonly Change[], sources: Sources): Promise<Edits> {
  const edits = new Map<string, { key: string; edit: Edit }>();
  for (const change of changes) {
    if (change.kind === "skip") {
      edits.set(change.path, { key: `skip ${change.keep}`, edit: { kind: "skip", keep: change.keep } });
      continue;
    }
    const path = `${attentionPath(change.at)}.${change.kind === "head" ? "headOutput" : "pattern"}`;
    const { key, rows } = await rowsOf(change, path, sources);
    const before = edits.get(path);
    const others = before?.edit.kind === "rows" ? before.edit.rows : [];
    edits.set(path, { key: `${before?.key ?? ""};${key}`, edit: { kind: "rows", rows: [...others, rows] } });
  }
  return edits;
}

async function rowsOf(
  change: Exclude<Change, { readonly kind: "skip" }>,
  path: string,
  sources: Sources,
): Promise<{ readonly key: string; readonly rows: ReplacedRows }> {
  const { head } = change.at;
  if (change.kind === "pattern") {
    const { query, weights } = change;
    const rows = { head, from: query, to: query + 1, values: Float32Array.from(weights), columns: weights.length };
    return { key: `${head}@${query}=${weights.join()}`, rows };
  }
  if (change.to === "zero") return { key: `${head}=0`, rows: { head, ...everyRow, values: null, columns: 0 } };
  if (change.to === "mean") {
    const rows = { ...rowsOfHead(await sources.mean(), path, change.at), ...everyRow };
    return { key: `${head}=mean`, rows };
  }
  // Token by token, as far as both texts go.
  const rows = { from: 0, ...rowsOfHead(await sources.on(change.to.text), path, change.at) };
  return { key: `${head}=${JSON.stringify(change.to.text)}`, rows };
}

function rowsOfHead(all: ReadonlyMap<string, HeadValues>, path: string, { head }: HeadId) {
  const found = all.get(path);
  if (!found) throw new Error(`${path} was not computed, so there is nothing to replace a head by.`);
  const [, length, columns] = found.shape;
  const size = length * columns;
  return { head, to: length, values: found.data.slice(head * size, (head + 1) * size), columns };
}
