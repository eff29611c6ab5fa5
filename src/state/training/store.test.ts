import { describe, expect, it } from "vitest";
import { readAbout } from "../../model/about";
import { changed, pairs } from "../../model/training/pairs";
import { firstPlan, withTask } from "../../model/training/plan";
import { kept, page, progress } from "./fakePage";

describe("the training page", () => {
  it("starts a run, pauses it and saves it where it stands", async () => {
    const { training, asked, runs, hear } = page();
    await training.getState().start();
    expect(asked).toEqual(["start wasm new", "play"]);
    expect(training.getState().status).toBe("running");
    hear(progress(12));
    await training.getState().pause();
    expect(training.getState().status).toBe("paused");
    expect((await runs.list()).runs.map(({ state, points }) => [state.step, points.length])).toEqual([[12, 1]]);
    expect(training.getState().saved.length).toBe(1);
  });

  it("fetches digits for the task that learns them, and says where they cannot be had", async () => {
    const digits = withTask(firstPlan, "digits");
    const { training, asked } = page();
    training.getState().setPlan(digits);
    await training.getState().start();
    expect(asked).toEqual(["start wasm new 3 bytes", "play"]);
    const offline = page(() => Promise.reject(new Error("offline")));
    offline.training.getState().setPlan(digits);
    await offline.training.getState().start();
    expect(offline.asked).toEqual(["close"]);
    expect([offline.training.getState().status, offline.training.getState().problem]).toEqual(["idle", "digits"]);
  });

  it("goes on with a saved run in place, with its curve", async () => {
    const { training, runs, hear, asked } = page();
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
    expect((await runs.list()).runs.map(({ state }) => state.step)).toEqual([31]);
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
    const { training, runs, hear } = page();
    await training.getState().start();
    hear(progress(5, { ending: { kind: "diverged", step: 5, reason: "rate" } }));
    expect(training.getState().status).toBe("over");
    await training.getState().stop();
    expect((await runs.list()).runs).toEqual([]);
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

  it("keeps moments, shows one that is looked back at, opens it, and comes back to now", async () => {
    const { training, hear, asked } = page();
    await training.getState().start();
    hear(kept(0, 7));
    hear(progress(3));
    hear(kept(10, 8));
    await expect.poll(() => training.getState().moments).toEqual([0, 10]);
    await training.getState().lookAt(0);
    expect(training.getState().look).toMatchObject({ step: 0, examined: { score: { loss: 7 } } });
    const model = await training.getState().model();
    expect(model?.title.en).toContain("step 0");
    expect([...new Uint8Array((await model?.blobs?.["model.safetensors"]?.arrayBuffer()) ?? [])]).toEqual([7]);
    await training.getState().lookAt(null);
    expect(training.getState().look).toBeNull();
    expect((await training.getState().model())?.title.en).toContain("step 10");
    expect(asked.filter((one) => one.startsWith("look"))).toEqual(["look 0 7"]);
  });

  it("shows the last moment that was asked for while a slider is drawn over many", async () => {
    const { training, hear, asked } = page();
    await training.getState().start();
    for (const step of [0, 1, 2, 3]) hear(kept(step, step));
    await expect.poll(() => training.getState().moments.length).toBe(4);
    const { lookAt } = training.getState();
    await Promise.all([lookAt(0), lookAt(1), lookAt(2), lookAt(3)]);
    expect(training.getState().look?.step).toBe(3);
    expect(asked.filter((one) => one.startsWith("look")).length).toBeLessThan(4);
  });

  it("has a run's moments again when it is gone on with, and none once it is deleted", async () => {
    const { training, hear, runs } = page();
    await training.getState().start();
    hear(kept(5, 1));
    await expect.poll(() => training.getState().moments).toEqual([5]);
    await training.getState().stop();
    expect(training.getState().moments).toEqual([]);
    const [saved] = training.getState().saved;
    if (!saved) return expect.unreachable();
    await training.getState().resume(saved);
    expect(training.getState().moments).toEqual([5]);
    await training.getState().stop();
    await training.getState().remove(saved.id);
    expect(await runs.moments(saved.id)).toEqual([]);
  });

  it("trains a pair one after the other, their curves beside each other", async () => {
    const { training, hear, asked } = page();
    const [first, second] = pairs.optimisers;
    await training.getState().startAll([first, second]);
    hear(progress(1));
    hear(progress(600, { ending: { kind: "finished" } }));
    hear(progress(600, { ending: { kind: "finished" } }));
    await expect.poll(() => training.getState().plan).toEqual(second);
    expect(training.getState().queue).toEqual([]);
    expect(training.getState().compared.map(({ plan, points }) => [plan, points.length])).toEqual([[first, 2]]);
    hear(progress(600, { ending: { kind: "finished" } }));
    expect(training.getState().status).toBe("over");
    expect(asked.filter((one) => one.startsWith("start")).length).toBe(2);
  });

  it("puts the run at hand beside the one with a change, even where it diverged", async () => {
    const { training, hear } = page();
    await training.getState().start();
    hear(progress(5, { ending: { kind: "diverged", step: 5, reason: "rate" } }));
    await training.getState().startAll([changed(firstPlan, "rateDown")]);
    expect(training.getState().status).toBe("running");
    expect(training.getState().compared.map(({ plan }) => plan)).toEqual([firstPlan]);
    const [run] = training.getState().compared;
    if (!run) return expect.unreachable();
    training.getState().compare(run);
    expect(training.getState().compared).toEqual([]);
  });

  it("trains several seeds and scores them together, by the weights that each ended with", async () => {
    const { training, hear, asked } = page();
    await training.getState().startSeeds(3);
    for (const [turn, last] of [11, 12, 13].entries()) {
      // An end that is told of twice skips none.
      await expect
        .poll(() => [training.getState().plan.seed, training.getState().status])
        .toEqual([1 + turn, "running"]);
      hear(progress(last, { ending: { kind: "finished" } }));
      hear(progress(last, { ending: { kind: "finished" } }));
    }
    await expect.poll(() => training.getState().seeds?.together.exact).toBe(1);
    expect(training.getState().seeds?.plans.map(({ seed }) => seed)).toEqual([1, 2, 3]);
    expect(asked.at(-1)).toBe("together 11 12 13");
  });

  it("renames a run for good, deletes it and puts it back with its moments", async () => {
    const { training, hear, runs } = page();
    await training.getState().start();
    hear(kept(0, 4));
    await expect.poll(() => training.getState().moments).toEqual([0]);
    await training.getState().pause();
    const { id } = training.getState();
    await training.getState().rename(id, " my run ");
    await training.getState().stop();
    expect(training.getState().saved.map(({ name }) => name)).toEqual(["my run"]);
    await training.getState().remove(id);
    expect([training.getState().saved, await runs.moments(id)]).toEqual([[], []]);
    const { removed } = training.getState();
    if (!removed) return expect.unreachable();
    await training.getState().putBack(removed);
    expect(training.getState().saved.map(({ name }) => name)).toEqual(["my run"]);
    expect((await runs.moment(id, 0))?.weights).toEqual(Float32Array.of(4));
    expect(training.getState().removed).toBeNull();
  });

  it("takes a step apart while it is paused, and forgets it when the run goes on", async () => {
    const { training, hear, asked } = page();
    await training.getState().start();
    hear(progress(3));
    await training.getState().pause();
    await training.getState().takeApart();
    expect(asked.at(-1)).toBe("once");
    expect(training.getState().apart?.step).toBe(3);
    await training.getState().play();
    expect(training.getState().apart).toBeNull();
  });

  it.each(["died", "contextLost"] as const)(
    "says why its worker ended (%s), and trains nothing after it",
    async (why) => {
      const { training, asked, hear, end } = page();
      await training.getState().startAll([firstPlan, firstPlan]);
      hear(kept(1, 1));
      hear(kept(2, 2));
      await Promise.resolve();
      end(why);
      expect(training.getState()).toMatchObject({ status: "idle", problem: why, queue: [], moments: [] });
      expect(training.getState().points.length).toBe(2);
      expect(asked.at(-1)).toBe("close");
      await training.getState().start();
      expect(training.getState()).toMatchObject({ status: "running", problem: null });
    },
  );

  it("keeps what was saved before where the worker's numbers are gone, and goes on with it", async () => {
    const { training, asked, runs, hear, breakNumbers, end } = page();
    await training.getState().start();
    hear(progress(12));
    await training.getState().pause();
    await training.getState().play();
    hear(progress(20));
    breakNumbers();
    await training.getState().pause();
    end("contextLost");
    const [run] = (await runs.list()).runs;
    expect(run?.state).toEqual({ step: 12, numbers: Float32Array.of(12) });
    if (run) await training.getState().resume(run);
    expect(asked.slice(-1)).toEqual(["start wasm 12"]);
    expect(training.getState()).toMatchObject({ status: "paused", problem: null });
  });
});
