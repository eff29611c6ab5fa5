/** The worker: one backend and one model for life. Only wiring; what it does is in session, loading and backends. */
import { memory } from "@tensorflow/tfjs-core";
import { expose } from "comlink";
import { z } from "zod";
import { changeSchema } from "../model/changes";
import { inMemory } from "../model/checkpoints/bytes";
import { measureDevice, startBackend } from "./backends";
import { blobBytes } from "./blobBytes";
import { fetchModel, keepModel, openStore, throttled } from "./download";
import { checkConfig, openModel, problemOf } from "./loading";
import { memoryOffered } from "./memory";
import { backends, type EngineApi, type ModelSource, type Started } from "./protocol";
import type { Session } from "./session";

const count = z.number().int().nonnegative();
const sourceSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("served"), name: z.string(), url: z.url(), files: z.record(z.string(), count) }),
  z.object({ kind: z.literal("own"), name: z.string(), files: z.record(z.string(), z.instanceof(Blob)) }),
]);
const startSchema = z.tuple([z.enum(backends), sourceSchema]);
const value = z.number().min(0).max(1);
const inputSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("text"),
    text: z.string(),
    language: z.string().exactOptional(),
    masked: z.array(z.number().int().nonnegative()).exactOptional(),
  }),
  z.object({ kind: z.literal("image"), pixels: z.array(value), width: count, height: count }),
]);
const generationSchema = z.object({
  choosing: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("greedy") }),
    z.object({
      kind: z.literal("sample"),
      temperature: z.number().positive(),
      topK: z.number().int().positive().nullable(),
      topP: z.number().positive().max(1).nullable(),
    }),
    z.object({ kind: z.literal("beam"), width: z.number().int().positive().max(64) }),
  ]),
  seed: z.number().int(),
  steps: z.number().int().nonnegative().nullable(),
});
const requestSchema = z.object({
  id: z.number().int(),
  input: inputSchema,
  changes: z.array(changeSchema),
  generation: generationSchema,
});

const range = z.tuple([count, count]);
const windowSchema = z.object({ index: z.array(count), rows: range, columns: range });

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
let onWritten: ((run: number, text: string, tokens: number) => void) | null = null;

/** Between two news of what is being written. */
const writingPause = 50; // ms

function opened(): Session {
  if (!session) throw new Error("The engine was asked before it was started.");
  return session;
}

/** The files of a model, and what keeps them for the next visit. */
async function filesOf(source: ModelSource, progress: (received: number) => void) {
  if (source.kind === "own") {
    const folder = new Map(Object.entries(source.files).map(([file, blob]) => [file, blobBytes(file, blob)] as const));
    return { folder, keep: async () => undefined };
  }
  const store = await openStore();
  const files = await fetchModel(source, store, progress);
  const folder = new Map([...files].map(([file, bytes]) => [file, inMemory(bytes)] as const));
  return { folder, keep: () => keepModel(source, files, store) };
}

const api: EngineApi = {
  async start(backend_, source_, progress): Promise<Started> {
    const [backend, source] = startSchema.parse([backend_, source_]);
    const report = throttled(progress);
    // Both at once: neither needs the other.
    const files = filesOf(source, report);
    files.catch(() => undefined);
    try {
      await startBackend(backend, (reason) => onLost?.(reason));
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return { kind: "failed", problem: { kind: "backend", backend, message } };
    }
    try {
      const { folder, keep } = await files;
      const limit = { backend, memory: memoryOffered(backend, await measureDevice()) };
      // What was fetched has been reported already.
      const model = openModel(source.name, folder, limit, source.kind === "own" ? report : undefined);
      session = model.session;
      void keep();
      return { kind: "started", backend, model: model.info };
    } catch (error) {
      const problem = problemOf(error);
      if (!problem) throw error;
      return { kind: "failed", problem };
    }
  },
  async check(config, backend_) {
    const backend = z.enum(backends).parse(backend_);
    const memory = memoryOffered(backend, await measureDevice());
    return checkConfig(z.string().parse(config), { backend, memory });
  },
  run: async (request) => {
    const { id } = request;
    let last = performance.now();
    return opened().run(requestSchema.parse(request), (text, tokens) => {
      // An answer that comes at once needs no news of itself.
      if (performance.now() - last < writingPause) return;
      last = performance.now();
      onWritten?.(id, text, tokens);
    });
  },
  time: async (request) => opened().time(requestSchema.parse(request)),
  values: async (run, names) => opened().values(count.parse(run), z.array(z.string()).parse(names)),
  window: async (run, name, window) =>
    opened().window(count.parse(run), z.string().parse(name), windowSchema.parse(window)),
  derive: async (run, name, index) =>
    opened().derive(count.parse(run), z.string().parse(name), z.array(count).parse(index)),
  lens: async (run) => opened().lens(count.parse(run)),
  attribute: async (run, position, token) =>
    opened().attribute(count.parse(run), count.parse(position), count.parse(token)),
  tryEveryHead: async (run, each) => opened().tryEveryHead(count.parse(run), (effect) => void each(effect)),
  explain: async (run) => opened().explain(count.parse(run)),
  trace: async (run) => opened().trace(count.parse(run)),
  vocabulary: async () => opened().vocabulary(),
  tensors: async () => memory().numTensors,
  async onWritten(callback) {
    onWritten = callback;
  },
  async onLost(callback) {
    onLost = callback;
    await locked;
  },
};

expose(api);
