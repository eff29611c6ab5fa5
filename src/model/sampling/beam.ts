/** Beam search over a model that says the next token's probabilities. Pure: the model is a function that it is given. */
import { likeliest } from "../distribution";

/** A partial output, as a node of the tree of all that were looked at. */
export interface BeamNode {
  /** Its place in the list. */
  readonly index: number;
  /** The node that it continues; null for the root, the output's first token. */
  readonly parent: number | null;
  readonly token: number;
  /** Tokens before it. */
  readonly depth: number;
  /** log of the token's own probability, in nats. */
  readonly own: number;
  /** Sum of the logs along the way: log of the output's probability so far. */
  readonly total: number;
  /** Continued or finished as one of the best of its depth; pruned where others were better. */
  readonly fate: "kept" | "pruned" | "ended";
}

export interface BeamTree {
  /** Parents before children, depth by depth. */
  readonly nodes: readonly BeamNode[];
  /** The best output's last node. */
  readonly best: number;
}

export interface BeamQuestion {
  readonly startToken: number;
  readonly endToken: number;
  /** Outputs kept at each depth. */
  readonly width: number;
  /** Tokens that the model reads at most: an output that long is not continued. */
  readonly most: number;
}

/** For each prefix the probabilities of the token after it. */
type NextTokens = (prefixes: readonly (readonly number[])[]) => Promise<readonly ArrayLike<number>[]>;

/** The tokens from the root to a node. */
export function pathTo(nodes: readonly BeamNode[], index: number): number[] {
  const tokens: number[] = [];
  for (let node = nodes[index]; node; node = node.parent === null ? undefined : nodes[node.parent]) {
    tokens.unshift(node.token);
  }
  return tokens;
}

/**
 * Keeps the `width` likeliest partial outputs at each depth (Lowerre 1976; Sutskever, Vinyals and Le 2014,
 * https://arxiv.org/abs/1409.3215, section 3.2) by their whole probability, without a bonus for length. Since a longer
 * output is never likelier than its beginning, it stops when no open one is likelier than the best that ended: from
 * there on nothing better can be found among them.
 */
export async function beamSearch(question: BeamQuestion, next: NextTokens): Promise<BeamTree> {
  const { startToken, endToken, width, most } = question;
  const nodes: BeamNode[] = [{ index: 0, parent: null, token: startToken, depth: 0, own: 0, total: 0, fate: "kept" }];
  let open: BeamNode[] = nodes.slice();
  let ended: BeamNode | null = null;
  for (let depth = 1; depth <= most && open.length > 0; depth++) {
    const rows = await next(open.map(({ index }) => pathTo(nodes, index)));
    const candidates = open.flatMap((parent, beam) => continuations(rows[beam] ?? [], width, parent, depth));
    // The order is that of the parents among equals, so that the search is the same everywhere.
    const order = candidates
      .map((_, at) => at)
      .sort((a, b) => totalOf(candidates, b) - totalOf(candidates, a) || a - b);
    const chosen = new Set(order.slice(0, width));
    const level = candidates.map((candidate, at): BeamNode => {
      const fate = !chosen.has(at) ? "pruned" : candidate.token === endToken ? "ended" : "kept";
      return { ...candidate, index: nodes.length + at, fate };
    });
    nodes.push(...level);
    for (const node of level) if (node.fate === "ended" && node.total > (ended?.total ?? -Infinity)) ended = node;
    const limit = ended?.total ?? -Infinity;
    open = level.filter(({ fate, total }) => fate === "kept" && total > limit);
  }
  const best = ended ?? open.reduce((a, b) => (b.total > a.total ? b : a), open[0] ?? (nodes[0] as BeamNode));
  return { nodes, best: best.index };
}

type Candidate = Omit<BeamNode, "index" | "fate">;

function totalOf(candidates: readonly Candidate[], at: number): number {
  return candidates[at]?.total ?? -Infinity;
}

/** The likeliest continuations of one node. */
function continuations(probabilities: ArrayLike<number>, count: number, parent: BeamNode, depth: number): Candidate[] {
  return likeliest(probabilities, count).map((token) => {
    const own = Math.log(probabilities[token] ?? 0);
    return { parent: parent.index, token, depth, own, total: parent.total + own };
  });
}
