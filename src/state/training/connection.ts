/** The worker that trains, as the page holds it. */
import { proxy, wrap } from "comlink";
import type { TrainingApi } from "../../engine/training/protocol";
import { type Ended, endedBy } from "../runs/ended";

export interface TrainingConnection {
  readonly api: TrainingApi;
  close(): void;
}

/** Starts a worker; `ended` is called where it ends by itself. */
export function connectTraining(ended: (why: Ended) => void): TrainingConnection {
  // Vite finds the worker by this very expression.
  const worker = new Worker(new URL("../../engine/training/trainingWorker.ts", import.meta.url), { type: "module" });
  worker.addEventListener("error", ({ message }) => ended(endedBy(message)));
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
