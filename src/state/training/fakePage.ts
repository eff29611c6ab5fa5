/** For tests: a page with a worker and a storage that only remember what was asked of them. */
import type { TrainerState } from "../../engine/training/protocol";
import type { Examined, Point, Progress } from "../../model/training/progress";
import type { Ended } from "../runs/ended";
import { memoryRuns } from "../runs/memory";
import type { TrainingConnection } from "./connection";
import type { SavedRun } from "./runs";
import { createTraining } from "./store";

const score = { loss: 1, accuracy: 0.5, exact: 0 };
const point = (step: number): Point => ({
  step,
  loss: 2,
  rate: 0.1,
  scores: { trained: score, heldOut: score },
});
export const progress = (step: number, more: Partial<Progress> = {}): Progress => ({
  point: point(step),
  tokensPerSecond: 1,
  stepsPerSecond: 1,
  groups: [],
  examined: null,
  moment: null,
  ending: null,
  ...more,
});

const examinedAt = (loss: number): Examined => ({
  score: { ...score, loss },
  trained: score,
  predictions: [],
  pictures: [],
  patterns: [],
  embeddings: { tokens: [], vectors: new Float32Array(0) },
});
export const kept = (step: number, weight: number) =>
  progress(step, { moment: { step, weights: Float32Array.of(weight), groups: [] } });

export function page(digits = async () => Uint8Array.of(1, 2, 3)) {
  const asked: string[] = [];
  const runs = memoryRuns<SavedRun>();
  let tell: (progress: Progress) => void = () => undefined;
  let step = 0;
  let end: (why: Ended) => void = () => undefined;
  let broken = false;
  const connect = (ended: (why: Ended) => void): TrainingConnection => {
    end = ended;
    return {
      api: {
        async start(backend, _, state: TrainerState | null, file, heard) {
          asked.push(`start ${backend} ${state?.step ?? "new"}${file ? ` ${file.length} bytes` : ""}`);
          step = state?.step ?? 0;
          tell = heard;
          return null;
        },
        async play() {
          asked.push("play");
        },
        async pause() {
          asked.push("pause");
        },
        async once() {
          asked.push("once");
        },
        async look(step, weights) {
          asked.push(`look ${step} ${weights[0]}`);
          return examinedAt(weights[0] ?? 0);
        },
        async together(members) {
          asked.push(`together ${members.map(([first]) => first).join(" ")}`);
          return { members: members.map(() => score), together: { ...score, exact: 1 } };
        },
        apart: async () => ({
          step,
          rate: 0.1,
          loss: 1,
          sum: 4,
          places: 4,
          examples: 1,
          example: [],
          length: 1,
          weights: [],
          values: [],
        }),
        apartWeight: async () => null,
        apartCell: async () => null,
        apartValue: async () => null,
        apartValueCell: async () => null,
        files: async (weights) => ({
          config: "{}",
          tokenizer: "{}",
          weights: Uint8Array.from(weights ?? [0]),
          examples: ["3 1 2 →"],
          parameters: 2,
        }),
        async save() {
          if (broken) throw new Error("lost");
          return { step, numbers: new Float32Array([step]) };
        },
      },
      close: () => asked.push("close"),
    };
  };
  const training = createTraining({ connect, openRuns: async () => runs, backend: () => "wasm", digits });
  const hear = (news: Progress) => {
    step = news.point.step;
    tell(news);
  };
  const breakNumbers = () => {
    broken = true;
  };
  return { training, asked, runs, hear, breakNumbers, end: (why: Ended) => end(why) };
}
