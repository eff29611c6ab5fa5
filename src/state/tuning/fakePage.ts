/** For tests: a page with a worker that only remembers what was asked of it; `play` goes on until it is told to end. */
import type { TuningCosts, TuningProgress, TuningScore } from "../../model/tuning/progress";
import type { TuningTexts } from "../../model/tuning/texts";
import type { Ended } from "../runs/ended";
import { memoryRuns } from "../runs/memory";
import type { TuningConnection } from "./connection";
import type { SavedTuning } from "./runs";
import { createTuning } from "./store";

const texts: TuningTexts = {
  classes: { labels: ["a", "b"], train: [{ text: "x", label: 0 }], heldOut: [{ text: "y", label: 1 }] },
  style: { train: ["x"], heldOut: ["y"] },
  masked: [{ text: "x", places: [0] }],
  entries: ["x"],
};
export const costs: TuningCosts = {
  trainable: 2,
  all: 10,
  bytes: { weights: 40, slopes: 8, moments: 16 },
  examples: 30,
  adapted: [],
};
export const scoreOf = (accuracy: number, old = 0.5): TuningScore => ({
  ...{ loss: 1, accuracy, exact: accuracy, confusion: [[1]] },
  old: { loss: 2, accuracy: old, exact: 0 },
});
export const news = (step: number, more: Partial<TuningProgress> = {}): TuningProgress => ({
  ...{ step, loss: step === 0 ? null : 1, rate: 0.1, stepMs: step === 0 ? 0 : 100, bytes: 5, score: null, over: null },
  ...more,
});
export const settled = () => new Promise((resolve) => setTimeout(resolve));

export function page({ base = "good" }: { readonly base?: "good" | "broken" | "slow" } = {}) {
  let broke = false;
  const asked: string[] = [];
  const runs = memoryRuns<SavedTuning>();
  let step = 0;
  let tell: (progress: TuningProgress) => void = () => undefined;
  let ended: () => void = () => undefined;
  let lose: (why: Ended) => void = () => undefined;
  const loaded: (number | null)[] = [];
  const connect = (lost: (why: Ended) => void): TuningConnection => {
    lose = lost;
    asked.push("connect");
    return {
      api: {
        async open(backend, goal, _, __, received) {
          asked.push(`open ${backend} ${goal}`);
          received(7);
          loaded.push(tuning.getState().loading?.received ?? null);
          if (base === "slow") await new Promise(() => undefined);
          return base === "broken" ? { kind: "download", url: "x", status: 404 } : null;
        },
        async begin(plan, state, heard) {
          asked.push(`begin ${plan.method} ${plan.start} ${plan.examples}${state ? ` from ${state.step}` : ""}`);
          if (state && state.origin !== 1) {
            return { kind: "run", key: "fault.tuning.origin", values: { model: "fill-mask" } };
          }
          tell = heard;
          step = state?.step ?? 0;
          const over = step >= plan.steps ? "finished" : null;
          heard(news(step, { score: scoreOf(0.2 + step / 1000), over, loss: null, stepMs: 0 }));
          return null;
        },
        costs: async (plan) => ({ ...costs, trainable: plan.method === "head" ? 1 : 2 }),
        play: () => {
          asked.push("play");
          return new Promise((resolve) => {
            ended = resolve;
          });
        },
        async pause() {
          asked.push("pause");
          ended();
        },
        async stop() {
          asked.push("stop");
          ended();
        },
        async once() {
          asked.push("once");
          hear(news(step + 1));
        },
        async save() {
          if (broke) throw new Error("webglcontextlost");
          return { step, numbers: Float32Array.of(step), origin: 1 };
        },
        look: async (text) => {
          asked.push(`look ${text}`);
          return {
            ...{ tokens: [text], before: [], after: [] },
            said: { before: { kind: "text", text: "" }, after: { kind: "text", text: "" } },
          };
        },
        vectors: async () => ({ width: 1, kinds: [], before: new Float32Array(), after: new Float32Array() }),
        lora: () => Promise.reject(new Error("no memory")),
        files: async () => ({
          ...{ config: "{}", tokenizer: "{}", examples: ["y"], parameters: 10 },
          weights: Uint8Array.of(1),
        }),
      },
      close: () => asked.push("close"),
    };
  };
  const tuning = createTuning({
    connect,
    openRuns: async () => runs,
    backend: () => "wasm",
    source: (goal) => ({ kind: "served", name: goal, url: "x", files: {} }),
    texts,
  });
  const hear = (progress: TuningProgress) => {
    step = progress.step;
    tell(progress);
    if (progress.over) ended();
  };
  const breakNumbers = () => {
    broke = true;
  };
  return { tuning, asked, hear, breakNumbers, runs, loaded, end: (why: Ended) => lose(why) };
}
