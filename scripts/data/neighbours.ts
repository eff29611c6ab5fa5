/** The baseline for masked tokens: what stood most often between the same neighbours. */

interface Best {
  readonly token: number;
  /** Times that it stood there, over all times that the neighbours were seen. */
  readonly share: number;
}

type Counts = Map<number, Map<number, number>>;

/** The token counted most often; of equally common ones the lowest. */
function best(counts: ReadonlyMap<number, number>): Best {
  let [token, most, all] = [-1, 0, 0];
  for (const [candidate, count] of counts) {
    all += count;
    if (count > most || (count === most && candidate < token)) [token, most] = [candidate, count];
  }
  return { token, share: most / all };
}

function bestOfEach(counts: Counts): ReadonlyMap<number, Best> {
  return new Map([...counts].map(([context, tokens]) => [context, best(tokens)]));
}

/** Trigram contexts with backing off: both neighbours; else the one of them that is surer; else the commonest token. */
export class Neighbours {
  private readonly both: ReadonlyMap<number, Best>;
  private readonly left: ReadonlyMap<number, Best>;
  private readonly right: ReadonlyMap<number, Best>;
  /** The commonest token. */
  readonly unigram: number;
  private readonly vocabulary: number;

  /** Counts every token of the sequences but their first and last, which only stand beside others. */
  constructor(sequences: Iterable<readonly number[]>, vocabulary: number) {
    const [both, left, right]: [Counts, Counts, Counts] = [new Map(), new Map(), new Map()];
    const alone = new Map<number, number>();
    const count = (counts: Counts, context: number, token: number) => {
      const tokens = counts.get(context) ?? new Map<number, number>();
      counts.set(context, tokens.set(token, (tokens.get(token) ?? 0) + 1));
    };
    for (const ids of sequences) {
      for (let at = 1; at < ids.length - 1; at++) {
        const [before = 0, token = 0, after = 0] = [ids[at - 1], ids[at], ids[at + 1]];
        count(both, before * vocabulary + after, token);
        count(left, before, token);
        count(right, after, token);
        alone.set(token, (alone.get(token) ?? 0) + 1);
      }
    }
    this.both = bestOfEach(both);
    this.left = bestOfEach(left);
    this.right = bestOfEach(right);
    this.unigram = best(alone).token;
    this.vocabulary = vocabulary;
  }

  /** The likeliest token between two neighbours, of which null is a masked one. */
  predict(before: number | null, after: number | null): number {
    const pair = before === null || after === null ? undefined : this.both.get(before * this.vocabulary + after);
    if (pair) return pair.token;
    const left = before === null ? undefined : this.left.get(before);
    const right = after === null ? undefined : this.right.get(after);
    if (left && right) return left.share >= right.share ? left.token : right.token;
    return (left ?? right)?.token ?? this.unigram;
  }
}
