/** The worker that trains, as the page holds it. */
import { proxy, wrap } from "comlink";
import { contextLost } from "../../engine/protocol";
import type { TrainingApi } from "../../engine/training/protocol";

/** Why a worker ended by itself. */
export type Ended = "died" | "contextLost";

export interface TrainingConnection {
  readonly api: TrainingApi;
  close(): void;
}

/** Starts a worker; `ended` is called where it ends by itself. */
export function connectTraining(ended: (why: Ended) => void): TrainingConnection {
  // Vite finds the worker by this very expression.
  const worker = new Worker(new URL("../../engine/training/trainingWorker.ts", import.meta.url), { type: "module" });
  // Of an error that nobody caught its message alone crosses.
  worker.addEventListener("error", ({ message }) => ended(message.includes(contextLost) ? "contextLost" : "died"));
  const api = wrap<TrainingApi>(worker);
  return {
    api: {
      start: (backend, plan, state, digits, tell) => api.start(backend, plan, state, digits, proxy(tell)),
      play: api.play,
      pause: api.pause,
      once: api.once,
      save: api.save,
      look: api.look,
      together: api.together,
      apart: api.apart,
      apartWeight: api.apartWeight,
      apartCell: api.apartCell,
      apartValue: api.apartValue,
      apartValueCell: api.apartValueCell,
      files: api.files,
    },
    close: () => worker.terminate(),
  };
}
