/** What can be learned here of symbols, by name. */
import { grammar } from "./grammar";
import { addition, copy, induction, reverse, sort } from "./sequences";
import type { TextTask, TrainingTask } from "./task";
import { names, ownText } from "./writing";

const fixed: Readonly<Record<Exclude<TextTask, "text">, TrainingTask>> = {
  copy,
  reverse,
  sort,
  addition,
  induction,
  grammar,
  names,
};

/** `text` is what the task of that name learns from; throws a Fault where it is too short. */
export function taskOf(name: TextTask, text: string): TrainingTask {
  return name === "text" ? ownText(text) : fixed[name];
}

export { type Example, type TaskName, type TextTask, type TrainingTask, taskNames, textTasks } from "./task";
