import type { RunResult } from "../engine/protocol";

/**
 * What was asked about the run at hand, and what came back: what was seen or foreseen is there at once. A newer run
 * empties it, and so does the same run when another engine has answered it: what the old one was asked is lost.
 */
export class Answers {
  private run: RunResult | null = null;
  private readonly known = new Map<string, unknown>();
  private readonly waiting = new Map<string, Promise<unknown>>();

  /** The answer, if it has come; null where there is none yet. */
  find<T>(run: RunResult, question: string): T | null {
    return run === this.run ? ((this.known.get(question) as T | undefined) ?? null) : null;
  }

  /** Asks once; null where a newer run came first. */
  ask<T>(run: RunResult, question: string, ask: () => Promise<T | null>): Promise<T | null> {
    if (run !== this.run) {
      this.run = run;
      this.known.clear();
      this.waiting.clear();
    }
    const known = this.find<T>(run, question);
    if (known !== null) return Promise.resolve(known);
    const asked = this.waiting.get(question) as Promise<T | null> | undefined;
    if (asked) return asked;
    const forget = () => run === this.run && this.waiting.delete(question);
    const answered = ask().then(
      (answer) => {
        if (!forget()) return null;
        if (answer !== null) this.keep(question, answer);
        return answer;
      },
      (failure: unknown) => {
        forget();
        throw failure;
      },
    );
    this.waiting.set(question, answered);
    return answered;
  }

  private keep(question: string, answer: unknown): void {
    this.known.set(question, answer);
    const [oldest] = this.known.keys();
    if (this.known.size > most && oldest !== undefined) this.known.delete(oldest);
  }
}

/** Answers that are kept: a matrix of a large model is a megabyte. */
const most = 64;
