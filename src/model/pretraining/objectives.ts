/** What a text that nobody labelled gives a model to learn: what is read, what is to be said, and what the loss counts. */

/** A place of a row: what stands there, and what is to be said there; null where nothing counts. */
export interface Slot {
  readonly read: string;
  readonly wanted: string | null;
  /** Why it looks as it does; a sentinel stands for a span that was taken out. */
  readonly kind: "plain" | "start" | "mask" | "other" | "same" | "sentinel";
}

/** Each token is told from those before it (Bengio et al. 2003; Radford et al. 2018): every place counts. */
export function nextToken(tokens: readonly string[], start: string, end: string): readonly Slot[] {
  return [start, ...tokens].map((read, place) => ({
    read,
    wanted: tokens[place] ?? end,
    kind: place === 0 ? "start" : "plain",
  }));
}

/**
 * About `share` of the tokens are to be told from all around them; of those 8 in 10 are read as the mask, 1 in 10 as any
 * other token, 1 in 10 as it is (Devlin et al. 2018, section 3.1). At least one is chosen.
 */
export function maskedTokens(
  tokens: readonly string[],
  { share, mask, random }: { readonly share: number; readonly mask: string; readonly random: () => number },
): readonly Slot[] {
  const chances = tokens.map(() => random());
  const least = Math.min(...chances);
  return tokens.map((token, place): Slot => {
    const fate = random();
    const other = tokens[Math.floor(random() * tokens.length)] ?? token;
    const chance = chances[place] ?? 1;
    if (chance >= share && chance !== least) return { read: token, wanted: null, kind: "plain" };
    if (fate < 0.8) return { read: mask, wanted: token, kind: "mask" };
    return fate < 0.9 ? { read: other, wanted: token, kind: "other" } : { read: token, wanted: token, kind: "same" };
  });
}

export interface SpansTask {
  /** Read by the encoder. */
  readonly source: readonly Slot[];
  /** Written by the decoder, token by token. */
  readonly target: readonly Slot[];
}

/**
 * Whole spans are taken out and a sentinel left for each; the decoder writes each sentinel and what stood there, and a last
 * sentinel (Raffel et al. 2020, https://arxiv.org/abs/1910.10683, section 3.1.4). About `share` of the tokens go, in spans of `mean`.
 */
export function spans(
  tokens: readonly string[],
  { share, mean, random }: { readonly share: number; readonly mean: number; readonly random: () => number },
): SpansTask {
  const out = Math.min(tokens.length - 1, Math.max(1, Math.round(share * tokens.length)));
  const count = Math.max(1, Math.min(Math.round(out / mean), tokens.length - out));
  const [lengths, gaps] = [parts(out, count, random), parts(tokens.length - out, count, random)];
  const source: Slot[] = [];
  const written: string[] = [];
  let at = 0;
  const plain = (read: string): Slot => ({ read, wanted: null, kind: "plain" });
  for (let span = 0; span < count; span++) {
    const [gap, length] = [gaps[span] ?? 0, lengths[span] ?? 0];
    source.push(...tokens.slice(at, at + gap).map(plain), { read: sentinel(span), wanted: null, kind: "sentinel" });
    written.push(sentinel(span), ...tokens.slice(at + gap, at + gap + length));
    at += gap + length;
  }
  written.push(sentinel(count));
  const target = written.map((wanted, place): Slot => {
    const read = written[place - 1] ?? "<start>";
    return { read, wanted, kind: place === 0 ? "start" : read.startsWith("<extra") ? "sentinel" : "plain" };
  });
  return { source, target };
}

/** As T5 has them. */
function sentinel(number: number): string {
  return `<extra_id_${number}>`;
}

/** `total` as a sum of `count` numbers, each at least 1, drawn evenly. */
function parts(total: number, count: number, random: () => number): readonly number[] {
  const cuts = new Set<number>();
  while (cuts.size < count - 1) cuts.add(1 + Math.floor(random() * (total - 1)));
  const ends = [...cuts, total].sort((a, b) => a - b);
  return ends.map((end, index) => end - (ends[index - 1] ?? 0));
}

/** Places that the loss counts. */
export function counted(slots: readonly Slot[]): number {
  return slots.filter(({ wanted }) => wanted !== null).length;
}
