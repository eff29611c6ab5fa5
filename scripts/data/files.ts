/** How data goes to the trainers: a line an item, one file a side, and the facts that the model's card tells. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Tokenizer } from "../../src/model/tokenizers/tokenizer";
import { KneserNey } from "./kneserNey";
import type { Side } from "./split";

export interface Item {
  readonly text: string;
  readonly ids: readonly number[];
  readonly side: Side;
}

/** Numbers by name, for the card. */
export type DataFacts = Readonly<Record<string, number>>;

const sides: readonly Side[] = ["train", "valid", "test"];

/** Writes train.tsv, valid.tsv and test.tsv (text, tab, ids), tokenizer.json and data.json; → the facts in data.json. */
export function writeData(folder: string, tokenizer: object, items: readonly Item[], facts: DataFacts): DataFacts {
  const rows = items.map(({ side, text, ids }) => ({ side, cells: [text, ids.join(" ")] }));
  return writeRows(folder, tokenizer, rows, facts);
}

/** An item as a line of cells with tabs between them. */
export interface Row {
  readonly side: Side;
  readonly cells: readonly string[];
}

/** As writeData, with whatever cells a line needs; no tokenizer where it reads no text. */
export function writeRows(folder: string, tokenizer: object | null, rows: readonly Row[], facts: DataFacts): DataFacts {
  const write = (file: string, text: string) => writeFileSync(join(folder, file), text);
  const counts: Record<string, number> = {};
  for (const side of sides) {
    const lines = rows.filter((row) => row.side === side).map(({ cells }) => `${cells.join("\t")}\n`);
    write(`${side}.tsv`, lines.join(""));
    counts[side] = lines.length;
  }
  const all = { ...counts, ...facts };
  if (tokenizer) write("tokenizer.json", `${JSON.stringify(tokenizer)}\n`);
  write("data.json", `${JSON.stringify(all, null, 2)}\n`);
  return all;
}

/** −ln P of the test side by an n-gram model of the training side, the first `given` tokens of each item only read. */
export function writtenBy(
  order: number,
  tokenizer: Tokenizer,
  items: readonly Item[],
  given = 0,
): { readonly nats: number; readonly tokens: number } {
  const end = tokenizer.id("<end>") ?? Number.NaN;
  const ids = (wanted: Side) => items.filter(({ side }) => side === wanted).map((item) => [...item.ids, end]);
  const test = ids("test");
  const nats = new KneserNey(ids("train"), order, tokenizer.vocabularySize).nats(test, given);
  return { nats, tokens: test.reduce((sum, item) => sum + item.length - given, 0) };
}
