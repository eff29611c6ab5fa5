/** The worker: one backend and one model for life. Only wiring; what it does is in session, loading and backends. */
import { memory } from "@tensorflow/tfjs-core";
import { expose } from "comlink";
import { z } from "zod";
import { startBackend } from "./backends";
import { fetchModel, openModel, problemOf } from "./loading";
import { backends, type EngineApi, type Started } from "./protocol";
import type { Session } from "./session";

const startSchema = z.tuple([z.enum(backends), z.url()]);
const headSchema = z.object({
  stack: z.enum(["encoder", "decoder"]),
  layer: z.number().int().nonnegative(),
  part: z.enum(["selfAttention", "crossAttention"]),
  head: z.number().int().nonnegative(),
});
const requestSchema = z.object({
  id: z.number().int(),
  text: z.string(),
  language: z.string(),
  off: z.array(headSchema),
});

/** A lock that only this worker's end releases tells the page when the worker is gone, however it went. */
const locked = new Promise<void>((resolve) => {
  if (self.name === "" || !("locks" in navigator)) return resolve();
  void navigator.locks.request(self.name, () => {
    resolve();
    return new Promise(() => undefined);
  });
});

let session: Session | null = null;
let onLost: ((message: string) => void) | null = null;

function opened(): Session {
  if (!session) throw new Error("The engine was asked before it was started.");
  return session;
}

const api: EngineApi = {
  async start(...given): Promise<Started> {
    const [backend, modelUrl] = startSchema.parse(given);
    // Both at once: neither needs the other.
    const files = fetchModel(modelUrl);
    files.catch(() => undefined);
    try {
      await startBackend(backend, (reason) => onLost?.(reason));
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return { kind: "failed", problem: { kind: "backend", backend, message } };
    }
    try {
      const name = modelUrl.split("/").at(-2) ?? modelUrl;
      const model = openModel(name, await files);
      session = model.session;
      return { kind: "started", backend, model: model.info };
    } catch (error) {
      const problem = problemOf(error);
      if (!problem) throw error;
      return { kind: "failed", problem };
    }
  },
  run: async (request) => opened().run(requestSchema.parse(request)),
  time: async (request, passes) =>
    opened().time(requestSchema.parse(request), z.number().int().positive().max(100).parse(passes)),
  values: async (names) => opened().values(z.array(z.string()).parse(names)),
  trace: async () => opened().trace(),
  tensors: async () => memory().numTensors,
  async onLost(callback) {
    onLost = callback;
    await locked;
  },
};

expose(api);
