/** What may be compared of a changed run and its baseline. */
import type { Candidate, Outcome, WrittenOutcome } from "../engine/protocol";

type Written = Pick<WrittenOutcome, "positions" | "prompt" | "ended">;

export type Comparability =
  | { readonly kind: "same" }
  /** The baseline had written another text before this position. */
  | { readonly kind: "differs"; readonly prefix: readonly string[] }
  /** The baseline had ended before this position. */
  | { readonly kind: "ended" };

/** Two predictions answer the same question only where the decoder was given the same tokens up to there. */
export function comparable(now: Written, before: Written, position: number): Comparability {
  const given = before.positions.slice(0, position + 1);
  if (given.length <= position) return { kind: "ended" };
  const same = given.every((other, index) => other.given.id === now.positions[index]?.given.id);
  return same ? { kind: "same" } : { kind: "differs", prefix: given.slice(1).map((one) => one.given.text) };
}

/** What was written, token by token, the end left out. */
export function written({
  positions,
  prompt,
  ended,
}: Written): readonly { readonly id: number; readonly text: string }[] {
  const tokens = positions.slice(prompt - 1).flatMap(({ next }) => (next ? [next] : []));
  return ended ? tokens.slice(0, -1) : tokens;
}

/**
 * For each token of `now`, whether it belongs to a longest common subsequence with `before`: of several the one with
 * most tokens at their old place.
 */
export function kept(now: readonly { readonly id: number }[], before: readonly { readonly id: number }[]): boolean[] {
  const worth = Array.from({ length: now.length + 1 }, () => new Array<number>(before.length + 1).fill(0));
  const at = (i: number, j: number) => worth[i]?.[j] ?? 0;
  // A place counts less than any token.
  const together = (i: number, j: number) =>
    now[i]?.id === before[j]?.id ? at(i + 1, j + 1) + now.length + 1 + Number(i === j) : -1;
  for (let i = now.length - 1; i >= 0; i--) {
    for (let j = before.length - 1; j >= 0; j--) {
      const row = worth[i];
      if (row) row[j] = Math.max(together(i, j), at(i + 1, j), at(i, j + 1));
    }
  }
  const result = now.map(() => false);
  for (let i = 0, j = 0; i < now.length && j < before.length; ) {
    if (together(i, j) === at(i, j)) {
      result[i] = true;
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return result;
}

/** The position whose prediction is shown: the chosen one, else the last that is no end, or the first after the prompt. */
export function shownPosition({ positions, prompt, ended }: Written, chosen: number | null): number {
  const usual = Math.max(prompt - 1, positions.length - (ended ? 2 : 1));
  return Math.max(0, Math.min(chosen ?? usual, positions.length - 1));
}

/** The likeliest of what comes out: the next token at the shown position, the first hidden token, the class. */
export function bestOf(outcome: Outcome, chosen: number | null): Candidate | undefined {
  switch (outcome.kind) {
    case "masked":
      return outcome.places[0]?.candidates[0];
    case "classes":
      return outcome.classes[0];
    default:
      return outcome.positions[shownPosition(outcome, chosen)]?.candidates[0];
  }
}
