/** Symbols of a task to token ids and back. */

/** Tokens of every task, before its own: their ids are their places. */
export const specials = ["<pad>", "<end>", "<start>", "<mask>", "→", "<unk>"] as const;
export const [padding, end, start, masked, arrow] = [0, 1, 2, 3, 4] as const;

export class Vocabulary {
  /** By id. */
  readonly symbols: readonly string[];
  private readonly ids: ReadonlyMap<string, number>;

  constructor(own: readonly string[]) {
    this.symbols = [...specials, ...own];
    this.ids = new Map(this.symbols.map((symbol, id) => [symbol, id]));
  }

  id(symbol: string): number {
    const found = this.ids.get(symbol);
    if (found === undefined) throw new Error(`The task has no symbol ${symbol}.`);
    return found;
  }

  symbol(id: number): string {
    return this.symbols[id] ?? "?";
  }
}
