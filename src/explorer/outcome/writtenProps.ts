import type { WrittenOutcome } from "../../engine/protocol";

/** What the parts that speak of a written text are given. */
export interface WrittenProps {
  readonly now: WrittenOutcome;
  /** With nothing changed; null where nothing is. */
  readonly before: WrittenOutcome | null;
  /** BCP 47 of what is written. */
  readonly language: string;
  /** What stands between two tokens of it. */
  readonly separator: string;
}
