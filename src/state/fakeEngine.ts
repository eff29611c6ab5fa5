/** For tests: engines that start, fail, answer and die as they are told. */
import type { Answer, Backend, ModelInfo, ModelSource, Problem, RunRequest, Started } from "../engine/protocol";
import type { Connection } from "./connection";
import type { ModelEntry } from "./models";

const shared = {
  heads: 4,
  width: 64,
  feedForward: 128,
  activation: "relu",
  vocabulary: 20,
  maximumLength: 32,
  epsilon: 1e-5,
  padding: 0,
  positions: "sinusoidal",
  tiedOutput: true,
  outputBias: true,
} as const;

const about = (title: string, ...examples: string[]) => {
  const both = { en: title, "zh-Hans": title };
  return { title: both, does: both, examples, order: 1, language: "en" };
};

export const fakeModel: ModelInfo = {
  name: "translate",
  config: {
    ...shared,
    architecture: "encoderDecoder",
    encoderLayers: 2,
    decoderLayers: 2,
    sourceVocabulary: 20,
    norm: "post",
    finalNorm: true,
    scaleEmbedding: true,
    sharedEmbedding: true,
  },
  task: {
    kind: "sequenceToSequence",
    languages: [
      { code: "fr", startToken: 3, separator: " " },
      { code: "zh", startToken: 4, separator: "" },
    ],
    endToken: 2,
    sourceTokenLimit: null,
  },
  about: about("Translate", "the red car is fast"),
  examples: ["the red car is fast"],
  parameters: 100,
  bytes: 200,
  trainedLength: shared.maximumLength,
};

/** Models of other tasks, by their folders. */
export const fakeModels: Readonly<Record<string, ModelInfo>> = {
  translate: fakeModel,
  dictionary: {
    ...fakeModel,
    name: "dictionary",
    config: { ...shared, architecture: "decoderOnly", layers: 2, norm: "pre", finalNorm: true },
    task: { kind: "nextToken", startToken: null, endToken: 2 },
    about: about("Dictionary", "cat (noun):", "dog (noun):"),
    examples: ["cat (noun):", "dog (noun):"],
  },
  "fill-mask": {
    ...fakeModel,
    name: "fill-mask",
    config: { ...shared, architecture: "encoderOnly", layers: 2, segments: 0, norm: "post", classes: null },
    task: { kind: "maskedToken", maskToken: 4 },
    about: about("Fill mask", "a [MASK] animal"),
    examples: ["a [MASK] animal"],
  },
};

export const fakeEntries: readonly ModelEntry[] = Object.values(fakeModels).map(
  ({ name, config, task, parameters }) => {
    const both = { en: name, "zh-Hans": name };
    const files = { "config.json": 10, "model.safetensors": 200 };
    const { architecture } = config;
    return { name, title: both, does: both, order: 1, architecture, task: task.kind, parameters, files, scores: [] };
  },
);

export interface FakeWorker {
  backend: Backend | null;
  closed: boolean;
  readonly requests: RunRequest[];
  lose(reason: "died" | "contextLost"): void;
  write(run: number, text: string, tokens: number): void;
}

export interface Behaviour {
  /** What starting gives; started on that backend unless said otherwise. */
  start?(backend: Backend, source: ModelSource, progress: (received: number) => void): Started | Promise<Started>;
  /** What keeps a model of that config from being opened. */
  check?(config: string, backend: Backend): Problem | null;
  /** Milliseconds that a pass takes on a backend. */
  pass?(backend: Backend): number;
  answer?(request: RunRequest): Answer | Promise<Answer>;
}

export function started(backend: Backend, { name }: ModelSource): Started {
  return { kind: "started", backend, model: fakeModels[name] ?? fakeModel };
}

export function resultOf({ id, input, changes, generation }: RunRequest): Answer {
  const end = { id: 2, text: "<end>", probability: 1, chance: 1, before: null };
  const position = { given: { id: 3, text: "<fr>" }, candidates: [end], next: end, kept: { tokens: 1, share: 1 } };
  return {
    kind: "result",
    result: {
      id,
      input,
      changes,
      generation,
      stacks: [],
      attention: [],
      outcome: {
        kind: "sequence",
        language: "fr",
        text: input.kind === "text" ? input.text.toUpperCase() : "",
        positions: [position],
        prompt: 1,
        ended: true,
        beam: null,
      },
      baseline: null,
      effect: null,
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
    let written: ((run: number, text: string, tokens: number) => void) | null = null;
    const worker: FakeWorker = {
      backend: null,
      closed: false,
      requests: [],
      lose: (reason) => report?.(reason),
      write: (...given) => written?.(...given),
    };
    workers.push(worker);
    return {
      api: {
        async start(backend, source, progress = () => undefined) {
          worker.backend = backend;
          return behaviour.start?.(backend, source, progress) ?? started(backend, source);
        },
        check: async (config, backend) => behaviour.check?.(config, backend) ?? null,
        async run(request) {
          worker.requests.push(request);
          return behaviour.answer?.(request) ?? resultOf(request);
        },
        time: async () => behaviour.pass?.(worker.backend ?? "cpu") ?? null,
        values: async () => ({}),
        window: async () => null,
        derive: async () => null,
        vocabulary: async () => [],
        lens: async () => null,
        attribute: async () => null,
        tryEveryHead: async () => null,
        explain: async () => ({}),
        trace: async () => [],
      },
      onLost(callback) {
        report = callback;
      },
      onWritten(callback) {
        written = callback;
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
