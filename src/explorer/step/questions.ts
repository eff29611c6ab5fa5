import type { TraceStep } from "../../engine/protocol";
import type { Explanation } from "../../model/explain/explain";
import type { Selection } from "../../state/scene";
import { derivedQuestion, type Question, windowQuestion } from "../../state/useAsked";
import { sliceOf, windowOf } from "./slice";
import { usualCell } from "./usualCell";

/** What a step will ask the engine once it is shown: its matrices, and where the cell comes from that is taken apart first. */
export function questionsOf(
  step: TraceStep,
  { operands }: Pick<Explanation, "operands">,
  selection: Selection,
): readonly Question<unknown>[] {
  const windows = [...operands, step].map(({ name, shape, axes }) =>
    windowQuestion(name, windowOf(sliceOf(shape, axes, selection.head), null)),
  );
  return [...windows, derivedQuestion(step.name, usualCell(step, selection))];
}
