/** A model of the menu asked by a worker of its own: the explorer's model stays as it is. */
import type { AttentionMap, Input, Outcome, Problem, StackToken } from "../../engine/protocol";
import type { Change } from "../../model/changes";
import { connect } from "../../state/connection";
import { type ModelEntry, sourceOf } from "../../state/models";

export type Asked<T> =
  | { readonly kind: "answered"; readonly value: T }
  | { readonly kind: "problem"; readonly problem: Problem }
  | { readonly kind: "failed" };

export interface Pass {
  /** What the model read. */
  readonly tokens: readonly StackToken[];
  /** Logits [V] after the token in that place. */
  readonly logits: (place: number) => Float32Array;
  readonly attention: readonly AttentionMap[];
  readonly outcome: Outcome;
}

/** One pass over an input; what the model would write is left out. */
export type Ask = (input: Input, changes?: readonly Change[]) => Promise<Pass>;

class Refused extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.kind);
    this.problem = problem;
  }
}

/** Starts the model on WASM, lets `work` ask as often as it needs to, and ends it. */
export async function askModel<T>(entry: ModelEntry, work: (ask: Ask) => Promise<T>): Promise<Asked<T>> {
  const connection = connect();
  let id = 0;
  const ask: Ask = async (input, changes = []) => {
    id += 1;
    const generation = { choosing: { kind: "greedy" }, seed: 0, steps: 0 } as const;
    const answer = await connection.api.run({ id, input, changes, generation });
    if (answer.kind === "problem") throw new Refused(answer.problem);
    const logits = (await connection.api.values(id, ["logits"]))?.logits;
    if (answer.kind !== "result" || !logits) throw new Error("The model gave no logits.");
    const size = logits.shape.at(-1) ?? 0;
    return {
      tokens: answer.result.stacks[0]?.tokens ?? [],
      logits: (place) => logits.data.subarray(place * size, (place + 1) * size),
      attention: answer.result.attention,
      outcome: answer.result.outcome,
    };
  };
  try {
    const source = sourceOf(entry, (name) => new URL(`models/${name}/`, document.baseURI).href);
    const started = await connection.api.start("wasm", source);
    if (started.kind === "failed") return { kind: "problem", problem: started.problem };
    return { kind: "answered", value: await work(ask) };
  } catch (error) {
    return error instanceof Refused ? { kind: "problem", problem: error.problem } : { kind: "failed" };
  } finally {
    connection.close();
  }
}
