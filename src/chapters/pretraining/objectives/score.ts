/** The loss of a shipped model on a text, by a worker of its own: the explorer's model stays as it is. */
import type { Input, Problem } from "../../../engine/protocol";
import { connect } from "../../../state/connection";
import { type ModelEntry, sourceOf } from "../../../state/models";

export type Scored =
  /** −ln of the probability of each token in each asked place, in nats. */
  | { readonly kind: "scored"; readonly nats: readonly number[] }
  | { readonly kind: "problem"; readonly problem: Problem }
  | { readonly kind: "failed" };

interface Asked {
  readonly entry: ModelEntry;
  readonly input: Input;
  /** Row of the logits, and the token that stands there, by its place in what the model reads. */
  readonly places: (tokens: readonly (number | null)[]) => readonly (readonly [row: number, token: number])[];
}

export async function scoreOf({ entry, input, places }: Asked): Promise<Scored> {
  const connection = connect();
  try {
    const source = sourceOf(entry, (name) => new URL(`models/${name}/`, document.baseURI).href);
    const started = await connection.api.start("wasm", source);
    if (started.kind === "failed") return { kind: "problem", problem: started.problem };
    const generation = { choosing: { kind: "greedy" }, seed: 0, steps: 0 } as const;
    const answer = await connection.api.run({ id: 1, input, changes: [], generation });
    if (answer.kind === "problem") return { kind: "problem", problem: answer.problem };
    const values = await connection.api.values(1, ["logits"]);
    const logits = values?.logits;
    if (answer.kind !== "result" || !logits) return { kind: "failed" };
    const ids = (answer.result.stacks[0]?.tokens ?? []).map(({ id }) => id);
    const size = logits.shape.at(-1) ?? 0;
    const nats = places(ids).map(([row, token]) => surprise(logits.data.subarray(row * size, (row + 1) * size), token));
    return { kind: "scored", nats };
  } catch {
    return { kind: "failed" };
  } finally {
    connection.close();
  }
}

/** −ln softmax(logits)[token]. */
export function surprise(logits: Float32Array, token: number): number {
  const most = logits.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const sum = logits.reduce((total, logit) => total + Math.exp(logit - most), 0);
  return most + Math.log(sum) - (logits[token] ?? Number.NaN);
}
