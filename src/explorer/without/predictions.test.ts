import { describe, expect, it } from "vitest";
import type { Candidate, Outcome, RunResult } from "../../engine/protocol";
import { comparedTokens, predictionsOf, textOf } from "./predictions";

const candidate = (id: number, probability: number): Candidate => ({
  id,
  text: `token ${id}`,
  probability,
  chance: null,
  before: null,
});
const classes = (...given: Candidate[]): Outcome => ({ kind: "classes", classes: given });
const row = { position: 0, divergence: 0.25, before: 1, after: 2, difference: -0.5 };

function run(outcome: Outcome, baseline: Outcome | null): RunResult {
  return {
    id: 1,
    input: { kind: "text", text: "" },
    changes: [],
    generation: { choosing: { kind: "greedy" }, seed: 1, steps: null },
    stacks: [],
    attention: [],
    outcome,
    baseline,
    effect: baseline && { rows: [row], mean: 0.25, changed: 1 },
    operations: 1,
    recomputed: 1,
    milliseconds: 1,
    passMilliseconds: 1,
  };
}

describe("predictions", () => {
  it("stand beside each other where both answered the same question", () => {
    const now = classes(candidate(2, 0.6), candidate(1, 0.3), candidate(3, 0.1));
    const before = classes(candidate(1, 0.8), candidate(2, 0.2));
    const [only] = predictionsOf(run(now, before));
    expect(only).toMatchObject({ place: "", divergence: 0.25, difference: -0.5 });
    if (!only) throw new Error("There is no prediction.");
    expect(comparedTokens(only, 2)).toEqual([
      { id: 2, text: "token 2", before: 0.2, now: 0.6 },
      { id: 1, text: "token 1", before: 0.8, now: 0.3 },
    ]);
    expect(comparedTokens(only, 3).at(-1)).toEqual({ id: 3, text: "token 3", before: null, now: 0.1 });
    expect(textOf(now)).toBe("token 2");
  });

  it("are none where nothing is changed", () => {
    expect(predictionsOf(run(classes(candidate(1, 1)), null))).toEqual([]);
  });

  it("of hidden tokens are known by their place", () => {
    const hidden: Outcome = { kind: "masked", places: [{ position: 0, candidates: [candidate(1, 1)] }], text: "a cat" };
    expect(predictionsOf(run(hidden, hidden))[0]?.place).toBe("1");
    expect(textOf(hidden)).toBe("a cat");
  });
});
