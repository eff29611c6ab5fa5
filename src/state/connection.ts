/** One engine worker as the page holds it. Knows nothing of which backend is wanted or why. */
import { proxy, wrap } from "comlink";
import type { EngineApi } from "../engine/protocol";

export interface Connection {
  readonly api: Omit<EngineApi, "onLost" | "onWritten" | "tensors">;
  /** Called once if the worker dies or its backend is lost; not after `close`. */
  onLost(callback: (reason: "died" | "contextLost") => void): void;
  /** Called with what a run has written so far, now and then while it writes. */
  onWritten(callback: (run: number, text: string, tokens: number) => void): void;
  close(): void;
}

/** A worker that has been started. */
export interface StartedWorker {
  readonly worker: Worker;
  /** The lock that it holds for as long as it lives. */
  readonly lock: string;
  /** Settles when it fails, be it before anybody holds it. */
  readonly failed: Promise<unknown>;
}

export function startWorker(): StartedWorker {
  const lock = `glassformer-engine-${crypto.randomUUID()}`;
  // Vite finds the worker by this very expression.
  const worker = new Worker(new URL("../engine/worker.ts", import.meta.url), { type: "module", name: lock });
  const failed = new Promise((resolve) => worker.addEventListener("error", resolve, { once: true }));
  return { worker, lock, failed };
}

/** Holds a worker: that one, or a new one. */
export function connect({ worker, lock, failed }: StartedWorker = startWorker()): Connection {
  const api = wrap<EngineApi>(worker);
  const waiting = new AbortController();
  let report: ((reason: "died" | "contextLost") => void) | null = null;
  const lose = (reason: "died" | "contextLost") => {
    report?.(reason);
    report = null;
  };
  void failed.then(() => lose("died"));
  return {
    api: {
      // Functions cross as proxies.
      start: (backend, source, progress) => api.start(backend, source, progress && proxy(progress)),
      check: api.check,
      run: api.run,
      time: api.time,
      values: api.values,
      window: api.window,
      derive: api.derive,
      vocabulary: api.vocabulary,
      lens: api.lens,
      attribute: api.attribute,
      tryEveryHead: (run, each) => api.tryEveryHead(run, proxy(each)),
      explain: api.explain,
      trace: api.trace,
    },
    onLost(callback) {
      report = callback;
      // Answered when the worker holds its lock; a request for it is then granted only when the worker is gone.
      void api
        .onLost(proxy(() => lose("contextLost")))
        .then(() => navigator.locks?.request(lock, { signal: waiting.signal }, () => lose("died")))
        .catch(() => undefined);
    },
    onWritten(callback) {
      void api.onWritten(proxy(callback));
    },
    close() {
      report = null;
      waiting.abort();
      worker.terminate();
    },
  };
}
