/** What a run of a plan learns from. */
import { TextData } from "./data";
import { DigitData } from "./digitData";
import type { Digits } from "./digits";
import { isPicture, type Plan } from "./plan";
import { taskOf } from "./tasks";

/**
 * Both draw batches that depend on seed and step alone, and hold examples out; what they know beside it is read by what
 * examines a model and what writes it as files.
 */
export type Lessons = TextData | DigitData;

/** `digits` is needed by plans of that task alone. Throws a Fault for a text that is too short. */
export function lessonsOf(plan: Plan, digits: Digits | null): Lessons {
  if (!isPicture(plan.task)) return new TextData(plan, taskOf(plan.task, plan.text));
  if (!digits) throw new Error("There are no digits to learn from.");
  return new DigitData(plan, digits);
}
