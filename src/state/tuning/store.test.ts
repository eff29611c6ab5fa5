import { describe, expect, it, vi } from "vitest";
import { firstTuningPlan } from "../../model/tuning/plan";
import { readZip } from "../runs/zip";
import { costs, news, page, scoreOf, settled } from "./fakePage";
import { gridPlans } from "./grid";
import { firstScore, heardBy, lastScore } from "./run";

describe("fine-tuning on the page", () => {
  it("opens the base once, begins a run and lets it go on to its end, which is put among those that ended", async () => {
    const { tuning, asked, hear } = page();
    void tuning.getState().start();
    await settled();
    expect(asked).toEqual(["connect", "open wasm classes", "begin full pretrained 300", "play"]);
    expect(tuning.getState().status).toBe("running");
    hear(news(10));
    hear(news(150, { over: "finished", score: scoreOf(0.8, 0.4) }));
    const { status, compared, held } = tuning.getState();
    expect([status, held, compared.length]).toEqual(["idle", true, 1]);
    const [run] = compared;
    expect(run && [firstScore(run)?.old.accuracy, lastScore(run)?.old.accuracy, run.seconds]).toEqual([0.5, 0.4, 15]);

    tuning.getState().setPlan({ ...tuning.getState().plan, method: "head" });
    void tuning.getState().start();
    await settled();
    expect(asked.slice(4)).toEqual(["begin head pretrained 300", "play"]);
    expect(tuning.getState().compared.length).toBe(1);
  });

  it("pauses, can be looked at only then, goes on, and keeps what was stopped as it stood", async () => {
    const { tuning, asked, hear } = page();
    void tuning.getState().start();
    await settled();
    hear(news(20));
    expect(await tuning.getState().look("y")).toBeNull();
    const pausing = tuning.getState().pause();
    expect(tuning.getState()).toMatchObject({ status: "running", waiting: "pause" });
    await pausing;
    expect(tuning.getState()).toMatchObject({ status: "paused", waiting: null });
    expect((await tuning.getState().look("y"))?.tokens).toEqual(["y"]);
    void tuning.getState().play();
    await settled();
    const stopping = tuning.getState().stop();
    expect(tuning.getState().waiting).toBe("stop");
    await stopping;
    expect(tuning.getState().waiting).toBeNull();
    // The last news may come after the answer to the pause.
    hear(news(21, { score: scoreOf(0.7) }));
    const { status, compared } = tuning.getState();
    expect([status, compared.map(({ latest }) => latest?.step)]).toEqual(["idle", [21]]);
    expect((await tuning.getState().model())?.title.en).toBe("Classes of definitions, full, step 21");
    expect(asked.filter((one) => one === "play").length).toBe(2);
  });

  it("tells what a plan costs once its base is there, and as the plan changes", async () => {
    const { tuning } = page();
    expect(tuning.getState().costs).toBeNull();
    await tuning.getState().load();
    expect(tuning.getState().costs?.trainable).toBe(2);
    tuning.getState().setPlan(firstTuningPlan("classes", "head"));
    await settled();
    expect(tuning.getState().costs?.trainable).toBe(1);
    tuning.getState().setPlan(firstTuningPlan("style", "head"));
    expect(tuning.getState().costs).toBeNull();
  });

  it("says why a base cannot be had, and tries again when asked to", async () => {
    const { tuning, asked, loaded } = page({ base: "broken" });
    await tuning.getState().start();
    expect(tuning.getState()).toMatchObject({ status: "idle", problem: { kind: "download" }, run: null });
    await tuning.getState().again();
    expect(asked).toEqual(["connect", "open wasm classes", "open wasm classes"]);
    expect(tuning.getState().problem).toMatchObject({ kind: "download" });
    expect([loaded, tuning.getState().loading]).toEqual([[7, 7], null]);
  });

  it("keeps what it was told where the worker ends or fails, and starts another", async () => {
    const { tuning, asked, hear, end } = page();
    void tuning.getState().start();
    await settled();
    hear(news(150, { over: "finished", score: scoreOf(0.8) }));
    end("died");
    expect(tuning.getState()).toMatchObject({ status: "idle", problem: "died", held: false, opened: [] });
    expect(tuning.getState().compared.length).toBe(1);
    void tuning.getState().start();
    await settled();
    hear(news(150, { over: "finished", score: scoreOf(0.8) }));
    expect(asked.filter((one) => one === "connect").length).toBe(2);
    expect(tuning.getState()).toMatchObject({ problem: null, held: true });
    expect(await tuning.getState().lora("w")).toBeNull();
    expect(tuning.getState()).toMatchObject({ status: "idle", problem: "died", held: false });
  });

  it("says that the graphics card was lost, by the worker's end or by its answer, and keeps what was saved before", async () => {
    for (const way of ["end", "answer"] as const) {
      const { tuning, asked, hear, end, breakNumbers } = page();
      const saved = await stopped({ tuning, hear }, 20);
      await tuning.getState().resume(saved);
      void tuning.getState().play();
      await settled();
      hear(news(30));
      breakNumbers();
      if (way === "end") end("contextLost");
      else await tuning.getState().pause();
      expect(tuning.getState()).toMatchObject({ status: "idle", problem: "contextLost", held: false, opened: [] });
      expect(asked.at(-1)).toBe("close");
      expect(tuning.getState().saved).toEqual([saved]);
      await tuning.getState().resume(saved);
      expect(tuning.getState()).toMatchObject({ status: "paused", problem: null });
    }
  });
});

/** A run of the plan at hand that was stopped after `steps` steps. */
async function stopped({ tuning, hear }: Pick<ReturnType<typeof page>, "tuning" | "hear">, steps: number) {
  void tuning.getState().start();
  await settled();
  hear(news(steps, { score: scoreOf(0.5) }));
  await tuning.getState().stop();
  const [saved] = tuning.getState().saved;
  if (!saved) throw new Error("The run was not saved.");
  return saved;
}

describe("saved runs of fine-tuning", () => {
  it("are gone on with from their step, with their curve and what was measured", async () => {
    const own = page();
    const saved = await stopped(own, 20);
    expect([saved.state.step, saved.plan.method, saved.points.length]).toEqual([20, "full", 2]);

    const { tuning, asked, hear } = page();
    await tuning.getState().resume(saved);
    expect(asked).toEqual(["connect", "open wasm classes", "begin full pretrained 300 from 20"]);
    const { status, run } = tuning.getState();
    expect([status, run?.id, run?.seconds, run?.latest?.step]).toEqual(["paused", saved.id, 2, 20]);
    expect(run?.points.map(({ step, loss }) => [step, loss])).toEqual([
      [0, null],
      [20, 1],
    ]);
    const stepping = tuning.getState().once();
    expect(tuning.getState().waiting).toBe("once");
    await stepping;
    expect(tuning.getState().waiting).toBeNull();
    expect(tuning.getState().saved.map(({ id, state }) => [id, state.step])).toEqual([[saved.id, 21]]);
    void tuning.getState().play();
    await settled();
    hear(news(150, { over: "finished", score: scoreOf(0.8) }));
    await settled();
    expect(tuning.getState().saved.map(({ state }) => state.step)).toEqual([150]);
  });

  it("are saved every few seconds, even where a long score keeps the news back", async () => {
    const { tuning, hear, end } = page();
    void tuning.getState().start();
    await settled();
    hear(news(1));
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "Date"] });
    try {
      await tuning.getState().pause();
      void tuning.getState().play();
      const { saved } = tuning.getState();
      await vi.advanceTimersByTimeAsync(5000);
      expect(tuning.getState().saved).toEqual(saved);
      await vi.advanceTimersByTimeAsync(4000);
      expect(tuning.getState().saved[0]?.saved).toBeGreaterThan(saved[0]?.saved ?? Number.POSITIVE_INFINITY);
      end("died");
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });

  it("can be looked at again where they are over, and stand beside others where that is wanted", async () => {
    const own = page();
    void own.tuning.getState().start();
    await settled();
    own.hear(news(150, { over: "finished", score: scoreOf(0.8) }));
    await settled();
    const [saved] = own.tuning.getState().saved;
    if (!saved) return expect.unreachable();

    const { tuning } = page();
    tuning.getState().compare(saved);
    expect(tuning.getState().compared.map(({ id }) => id)).toEqual([saved.id]);
    expect(Object.keys(tuning.getState().compared[0] ?? {})).not.toContain("state");
    tuning.getState().compare(saved);
    expect(tuning.getState().compared).toEqual([]);
    await tuning.getState().resume(saved);
    expect(tuning.getState()).toMatchObject({ status: "idle", held: true, run: { latest: { over: "finished" } } });
    expect((await tuning.getState().look("y"))?.tokens).toEqual(["y"]);
  });

  it("say why they cannot be gone on with, and are still there", async () => {
    const own = page();
    const saved = await stopped(own, 20);
    await own.tuning.getState().resume({ ...saved, id: "another", state: { ...saved.state, origin: 2 } });
    const { status, held, problem } = own.tuning.getState();
    expect([status, held, problem?.valueOf()]).toMatchObject(["idle", false, { key: "fault.tuning.origin" }]);
    expect(own.tuning.getState().saved.length).toBe(1);
    await own.tuning.getState().resume(saved);
    expect(own.tuning.getState()).toMatchObject({ status: "paused", problem: null });
  });

  it("come back from a file as they were, with a model that bring-your-own reads", async () => {
    const own = page();
    const saved = await stopped(own, 20);
    await own.tuning.getState().rename(saved.id, "mine");
    const file = await own.tuning.getState().exported(saved.id);
    if (!file) return expect.unreachable();
    const files = await readZip(file);
    expect([...files.keys()].slice(0, 4)).toEqual([
      ...["config.json", "tokenizer.json", "about.json", "model.safetensors"],
    ]);
    const other = page();
    await other.tuning.getState().imported(file);
    const [back] = other.tuning.getState().saved;
    expect(back).toEqual({ ...saved, id: back?.id, saved: back?.saved, name: "mine" });
    await expect(other.tuning.getState().imported(new Blob(["none"]))).rejects.toThrow(/no archive of a run/);
  });
});

describe("the small grid", () => {
  it("makes its runs one after another and gives each point as it comes", async () => {
    const { tuning, asked, hear } = page();
    const plans = gridPlans(1);
    expect(plans.map(({ examples, start }) => `${examples} ${start}`)).toEqual([
      ...["10 pretrained", "10 random", "30 pretrained", "30 random", "100 pretrained", "100 random"],
    ]);
    void tuning.getState().startGrid(plans);
    await settled();
    expect(tuning.getState().status).toBe("grid");
    hear(news(40, { over: "finished", score: scoreOf(0.6) }));
    await settled();
    expect(tuning.getState().grid.runs).toEqual([
      { labels: 10, start: "pretrained", seed: 1, accuracy: 0.6, seconds: 4 },
    ]);
    expect(asked.at(-2)).toBe("begin full random 10");
    const stopping = tuning.getState().stopGrid();
    expect(tuning.getState()).toMatchObject({ status: "grid", grid: { stopping: true } });
    await stopping;
    await settled();
    expect(tuning.getState()).toMatchObject({
      status: "idle",
      held: false,
      grid: { wanted: 6, step: null, stopping: false },
    });
    expect(tuning.getState().grid.runs.length).toBe(1);
  });
});

it("stops the grid at once while its base is fetched", async () => {
  const { tuning, asked } = page({ base: "slow" });
  void tuning.getState().startGrid(gridPlans(1));
  await settled();
  expect(tuning.getState()).toMatchObject({ status: "grid", loading: { received: 7 } });
  await tuning.getState().stopGrid();
  expect(asked).toEqual(["connect", "open wasm classes", "close"]);
  const none = { runs: [], wanted: 6, step: null, stopping: false };
  expect(tuning.getState()).toMatchObject({ status: "idle", loading: null, problem: null, grid: none });
});

describe("the curve of a run", () => {
  it("joins what is told of one step, and keeps the first point and all scores when it thins", () => {
    let run = heardBy(
      { id: "one", plan: firstTuningPlan("classes", "full"), costs, points: [], latest: null, seconds: 0 },
      news(0, { score: scoreOf(0.2) }),
    );
    run = heardBy(run, news(1, { score: scoreOf(0.3) }));
    run = heardBy(run, news(1, { loss: null, stepMs: 0 }));
    expect(run.points.map(({ step, loss, score }) => [step, loss, score?.accuracy])).toEqual([
      [0, null, 0.2],
      [1, 1, 0.3],
    ]);
    for (let step = 2; step < 900; step++) run = heardBy(run, news(step));
    expect(run.points.length).toBeLessThanOrEqual(241);
    expect([run.points[0]?.step, lastScore(run)?.accuracy, run.points.at(-1)?.step]).toEqual([0, 0.3, 899]);
  });
});
