import { describe, expect, it } from "vitest";
import type { TrainerState } from "../../engine/training/protocol";
import { readAbout } from "../../model/about";
import { firstPlan } from "../../model/training/plan";
import type { Point, Progress } from "../../model/training/progress";
import type { TrainingConnection } from "./connection";
import { withPoint } from "./curve";
import type { SavedRun } from "./runs";
import { createTraining } from "./store";

const score = { loss: 1, accuracy: 0.5, exact: 0 };
const point = (step: number): Point => ({ step, loss: 2, rate: 0.1, scores: { trained: score, heldOut: score } });
const progress = (step: number, more: Partial<Progress> = {}): Progress => ({
  point: point(step),
  tokensPerSecond: 1,
  stepsPerSecond: 1,
  groups: [],
  examined: null,
  ending: null,
  ...more,
});

/** A page with a worker and a storage that only remember what was asked of them. */
function page() {
  const asked: string[] = [];
  const kept = new Map<string, SavedRun>();
  let tell: (progress: Progress) => void = () => undefined;
  let step = 0;
  let die: () => void = () => undefined;
  const connect = (died: () => void): TrainingConnection => {
    die = died;
    return {
      api: {
        async start(backend, _, state: TrainerState | null, heard) {
          asked.push(`start ${backend} ${state?.step ?? "new"}`);
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
        files: async () => ({
          config: "{}",
          tokenizer: "{}",
          weights: new Uint8Array(8),
          examples: ["3 1 2 →"],
          parameters: 2,
        }),
        save: async () => ({ step, numbers: new Float32Array([step]) }),
      },
      close: () => asked.push("close"),
    };
  };
  const openRuns = async () => ({
    list: async () => [...kept.values()],
    async write(run: SavedRun) {
      kept.set(run.id, run);
    },
    async remove(id: string) {
      kept.delete(id);
    },
  });
  const training = createTraining({ connect, openRuns, backend: () => "wasm" });
  const hear = (news: Progress) => {
    step = news.point.step;
    tell(news);
  };
  return { training, asked, kept, hear, die: () => die() };
}

describe("the training page", () => {
  it("starts a run, pauses it and saves it where it stands", async () => {
    const { training, asked, kept, hear } = page();
    await training.getState().start();
    expect(asked).toEqual(["start wasm new", "play"]);
    expect(training.getState().status).toBe("running");
    hear(progress(12));
    await training.getState().pause();
    expect(training.getState().status).toBe("paused");
    expect([...kept.values()].map(({ state, points }) => [state.step, points.length])).toEqual([[12, 1]]);
    expect(training.getState().saved.length).toBe(1);
  });

  it("goes on with a saved run in place, with its curve", async () => {
    const { training, kept, hear, asked } = page();
    await training.getState().start();
    hear(progress(30));
    await training.getState().stop();
    expect(training.getState().status).toBe("idle");
    const [saved] = training.getState().saved;
    if (!saved) return expect.unreachable();
    await training.getState().resume(saved);
    expect(asked).toContain("start wasm 30");
    expect(training.getState().points.map(({ step }) => step)).toEqual([30]);
    hear(progress(31));
    await training.getState().stop();
    expect([...kept.values()].map(({ state }) => state.step)).toEqual([31]);
    await training.getState().remove(saved.id);
    expect(training.getState().saved).toEqual([]);
  });

  it("keeps a plan that cannot run from starting, and the plan of a run from changing", async () => {
    const { training, asked } = page();
    training.getState().setPlan({ ...firstPlan, model: { ...firstPlan.model, heads: 5 } });
    await training.getState().start();
    expect(asked).toEqual([]);
    training.getState().setPlan(firstPlan);
    await training.getState().start();
    training.getState().setPlan({ ...firstPlan, seed: 9 });
    expect(training.getState().plan.seed).toBe(firstPlan.seed);
  });

  it("shows why a run ended, and does not save one that diverged", async () => {
    const { training, kept, hear } = page();
    await training.getState().start();
    hear(progress(5, { ending: { kind: "diverged", step: 5, reason: "rate" } }));
    expect(training.getState().status).toBe("over");
    await training.getState().stop();
    expect(kept.size).toBe(0);
  });

  it("gives the model as the explorer opens it, while there is one", async () => {
    const { training, hear } = page();
    expect(await training.getState().model()).toBeNull();
    await training.getState().start();
    hear(progress(40));
    const model = await training.getState().model();
    expect(model).toMatchObject({ architecture: "decoderOnly", task: "nextToken", parameters: 2 });
    expect(Object.keys(model?.blobs ?? {}).sort()).toEqual(Object.keys(model?.files ?? {}).sort());
    const about = JSON.parse((await model?.blobs?.["about.json"]?.text()) ?? "null");
    expect(readAbout(about).examples).toEqual(["3 1 2 →"]);
    expect(about.title.en).toContain("40");
  });

  it("says that its worker died", async () => {
    const { training, die } = page();
    await training.getState().start();
    die();
    expect(training.getState()).toMatchObject({ status: "idle", problem: "died" });
  });
});

describe("a curve", () => {
  it("thins its older points, keeps the last, and tells of a step once", () => {
    let points: readonly Point[] = [];
    for (let step = 0; step < 1000; step++) points = withPoint(points, point(step));
    expect(points.length).toBeLessThanOrEqual(160);
    expect(points.at(-1)?.step).toBe(999);
    expect(withPoint(points, point(999)).length).toBe(points.length);
    expect(withPoint(points, { ...point(1000), scores: null })).toBe(points);
  });
});
