/**
 * What was asked about the run at hand, and what came back: what was seen or foreseen is there at once. A newer run
 * empties it.
 */
export class Answers {
  private run: number | null = null;
  private readonly known = new Map<string, unknown>();
  private readonly waiting = new Map<string, Promise<unknown>>();

  /** The answer, if it has come; null where there is none yet. */
  find<T>(run: number, question: string): T | null {
    return run === this.run ? ((this.known.get(question) as T | undefined) ?? null) : null;
  }

  /** Asks once; null where a newer run came first. */
  ask<T>(run: number, question: string, ask: () => Promise<T | null>): Promise<T | null> {
    if (run !== this.run) {
      this.run = run;
      this.known.clear();
      this.waiting.clear();
    }
    const known = this.find<T>(run, question);
    if (known !== null) return Promise.resolve(known);
    const asked = this.waiting.get(question) as Promise<T | null> | undefined;
    if (asked) return asked;
    const answered = ask().then((answer) => {
      if (run !== this.run) return null;
      this.waiting.delete(question);
      if (answer !== null) this.keep(question, answer);
      return answer;
    });
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
