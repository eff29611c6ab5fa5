/** What ends an answer early, and the pause in which its end can come. */
import type { Problem } from "./protocol";

/** Signals that a newer request came, or that none waits any more; never leaves the session, or the loop. */
export class Superseded extends Error {}

/** Signals that a change needs a text that the model cannot read; never leaves the session. */
export class Unreadable extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.kind);
    this.problem = problem;
  }
}

/** Lets waiting messages in, so that a newer request can stop an older one between passes. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
