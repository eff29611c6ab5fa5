import { likeliest } from "../../model/distribution";
import type { Answered } from "../../model/effects";
import type { Outcome } from "../protocol";
import { candidateOf, earlier } from "./task";

/** Every class with its probability, likeliest first. */
export function classes(row: Answered, labels: readonly string[], before: readonly Answered[] | null): Outcome {
  const was = earlier(before, row);
  return {
    kind: "classes",
    classes: likeliest(row.probabilities, labels.length).map((id) =>
      candidateOf({ id, text: labels[id] ?? String(id) }, row.probabilities, was),
    ),
  };
}
