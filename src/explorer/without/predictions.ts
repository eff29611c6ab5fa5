/** What a changed outcome and its baseline say to the same question. */
import type { Candidate, Outcome, RunResult } from "../../engine/protocol";
import type { RowEffect } from "../../model/effects";
import type { ComparedToken } from "../../views/OutcomeComparison";

export interface Prediction extends RowEffect {
  /** The token after which is predicted, the number of a hidden place, nothing for a class. */
  readonly place: string;
  /** Likeliest first. */
  readonly was: readonly Candidate[];
  readonly is: readonly Candidate[];
}

function candidatesOf(outcome: Outcome, position: number): readonly Candidate[] {
  switch (outcome.kind) {
    case "masked":
      return outcome.places.find((place) => place.position === position)?.candidates ?? [];
    case "classes":
      return outcome.classes;
    default:
      return outcome.positions[position]?.candidates ?? [];
  }
}

function placeOf(outcome: Outcome, position: number): string {
  if (outcome.kind === "classes") return "";
  if (outcome.kind === "masked") return String(position + 1);
  return outcome.positions[position]?.given.text ?? "";
}

/** Every prediction that can be compared; none where nothing is changed. */
export function predictionsOf({ baseline, effect, outcome }: RunResult): readonly Prediction[] {
  if (baseline === null || effect === null) return [];
  return effect.rows.map((row) => ({
    ...row,
    place: placeOf(outcome, row.position),
    was: candidatesOf(baseline, row.position),
    is: candidatesOf(outcome, row.position),
  }));
}

/** The `most` likeliest of now and of before, in this order. */
export function comparedTokens({ was, is }: Prediction, most: number): readonly ComparedToken[] {
  const all = new Map([...is.slice(0, most), ...was.slice(0, most)].map(({ id, text }) => [id, text]));
  const find = (candidates: readonly Candidate[], id: number) => candidates.find((one) => one.id === id)?.probability;
  return [...all].map(([id, text]) => ({ id, text, before: find(was, id) ?? null, now: find(is, id) ?? null }));
}

/** An outcome in a line: what was written, the text with its gaps filled, the class. */
export function textOf(outcome: Outcome): string {
  return outcome.kind === "classes" ? (outcome.classes[0]?.text ?? "") : outcome.text;
}
