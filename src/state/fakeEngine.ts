/** For tests: engines that start, fail, answer and die as they are told. */
import type { Answer, Backend, ModelInfo, RunRequest, Started } from "../engine/protocol";
import type { Connection } from "./connection";

export const fakeModel: ModelInfo = {
  name: "translate",
  architecture: "encoderDecoder",
  parameters: 100,
  bytes: 200,
  encoderLayers: 2,
  decoderLayers: 2,
  heads: 4,
  width: 64,
  feedForward: 128,
  vocabulary: 20,
  norm: "post",
  finalNorm: true,
  maximumLength: 32,
  languages: [{ code: "fr", startToken: 3 }],
};

export interface FakeWorker {
  backend: Backend | null;
  closed: boolean;
  readonly requests: RunRequest[];
  lose(reason: "died" | "contextLost"): void;
}

export interface Behaviour {
  /** What starting gives; started on that backend unless said otherwise. */
  start?(backend: Backend): Started | Promise<Started>;
  /** Milliseconds that a pass takes on a backend. */
  pass?(backend: Backend): number;
  answer?(request: RunRequest): Answer | Promise<Answer>;
}

export function resultOf({ id, text, language, off }: RunRequest): Answer {
  const position = {
    given: { id: 3, text: "<fr>" },
    candidates: [{ id: 2, text: "<end>", probability: 1 }],
  };
  return {
    kind: "result",
    result: {
      id,
      inputText: text,
      language,
      off,
      text: text.toUpperCase(),
      positions: [position],
      ended: true,
      source: [],
      attention: [],
      baseline: null,
      operations: 10,
      recomputed: 10,
      milliseconds: 1,
      passMilliseconds: 1,
    },
  };
}

export function fakeEngines(behaviour: Behaviour = {}): { connect: () => Connection; workers: FakeWorker[] } {
  const workers: FakeWorker[] = [];
  const connect = (): Connection => {
    let report: ((reason: "died" | "contextLost") => void) | null = null;
    const worker: FakeWorker = { backend: null, closed: false, requests: [], lose: (reason) => report?.(reason) };
    workers.push(worker);
    return {
      api: {
        async start(backend) {
          worker.backend = backend;
          return behaviour.start?.(backend) ?? { kind: "started", backend, model: fakeModel };
        },
        async run(request) {
          worker.requests.push(request);
          return behaviour.answer?.(request) ?? resultOf(request);
        },
        time: async () => behaviour.pass?.(worker.backend ?? "cpu") ?? null,
        values: async () => ({}),
        trace: async () => [],
        tensors: async () => 0,
      },
      onLost(callback) {
        report = callback;
      },
      close() {
        worker.closed = true;
        report = null;
      },
    };
  };
  return { connect, workers };
}

export const settled = () => new Promise((resolve) => setTimeout(resolve, 20));
