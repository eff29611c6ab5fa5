/** The worker that fine-tunes, as the page holds it. */
import { proxy, wrap } from "comlink";
import type { TuningApi } from "../../engine/tuning/protocol";
import { type Ended, endedBy } from "../runs/ended";

export interface TuningConnection {
  readonly api: TuningApi;
  close(): void;
}

/** Starts a worker; `ended` is called where it ends by itself. */
export function connectTuning(ended: (why: Ended) => void): TuningConnection {
  // Vite finds the worker by this very expression.
  const worker = new Worker(new URL("../../engine/tuning/tuningWorker.ts", import.meta.url), { type: "module" });
  worker.addEventListener("error", ({ message }) => ended(endedBy(message)));
  const api = wrap<TuningApi>(worker);
  return {
    api: {
      open: (backend, goal, source, texts, received) => api.open(backend, goal, source, texts, proxy(received)),
      begin: (plan, state, tell) => api.begin(plan, state, proxy(tell)),
      costs: api.costs,
      play: api.play,
      pause: api.pause,
      stop: api.stop,
      once: api.once,
      save: api.save,
      look: api.look,
      vectors: api.vectors,
      lora: api.lora,
      files: api.files,
    },
    close: () => worker.terminate(),
  };
}
