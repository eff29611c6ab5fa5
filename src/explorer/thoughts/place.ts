import type { Outcome } from "../../engine/protocol";
import { shownPosition } from "../compare";

/** The row of the outcome that is looked at: the chosen position, else where something is predicted. */
export function placeIn(outcome: Outcome, chosen: number | null, rows: number): number {
  if (outcome.kind === "sequence" || outcome.kind === "nextToken") return shownPosition(outcome, chosen);
  const usual = outcome.kind === "masked" ? (outcome.places[0]?.position ?? 0) : 0;
  return Math.max(0, Math.min(chosen ?? usual, rows - 1));
}
