import { describe, expect, it } from "vitest";
import type { Started } from "../engine/protocol";
import { head, off, started, textOf, usualText } from "./fakeApp";
import { resultOf, settled, started as startedOn } from "./fakeEngine";

describe("another model", () => {
  it("is loaded beside the one at hand, with progress, and opens with its first example", async () => {
    const steps: unknown[] = [];
    let arrive: () => void = () => undefined;
    const arrived = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    const { app, state, workers } = await started({
      async start(backend, source, progress) {
        progress(50);
        if (source.name === "dictionary") await arrived;
        progress(210);
        return startedOn(backend, source);
      },
    });
    app.subscribe(({ loading, model }) => steps.push([loading?.received ?? null, model?.name]));
    state().toggleHead(head);
    state().chooseModel("dictionary");
    expect(state().model?.name).toBe("translate");
    await settled();
    state().setText("still translated");
    await settled();
    expect(state().run?.input).toMatchObject({ text: "still translated" });
    arrive();
    await settled();
    expect(steps).toContainEqual([50, "translate"]);
    expect(steps).toContainEqual([210, "translate"]);
    expect(state()).toMatchObject({
      loading: null,
      model: { name: "dictionary" },
      scene: {
        model: "dictionary",
        input: { kind: "text", text: "cat (noun):" },
        changes: [],
        generation: { steps: 0 },
      },
      run: { input: { text: "cat (noun):" } },
      past: [],
    });
    expect(workers[0]?.requests.some((request) => textOf(request) === "still translated")).toBe(true);
    expect(workers[0]?.closed).toBe(true);
    expect(workers.at(-1)?.requests).toHaveLength(1);
  });

  it.each([
    ["breaks off", (): Started => ({ kind: "failed", problem: { kind: "download", url: "x", status: null } })],
    [
      "cannot be read",
      (): Started => ({
        kind: "failed",
        problem: { kind: "checkpoint", key: "fault.safetensors.notJson", values: {} },
      }),
    ],
  ])("that %s leaves the one at hand running", async (_, failed) => {
    const { state, workers } = await started({
      start: (backend, source) => (source.name === "dictionary" ? failed() : startedOn(backend, source)),
    });
    state().chooseModel("dictionary");
    await settled();
    expect(state()).toMatchObject({ status: "ready", loading: null, model: { name: "translate" } });
    expect(state().problem?.problem).toEqual("problem" in failed() ? Reflect.get(failed(), "problem") : null);
    state().setText("goes on");
    await settled();
    expect(state()).toMatchObject({
      problem: null,
      scene: { model: "translate" },
      run: { input: { text: "goes on" } },
    });
    workers[0]?.lose("died");
    await settled();
    expect(state()).toMatchObject({ model: { name: "translate" }, run: { input: { text: "goes on" } } });
  });

  it("is given up when asked, and what was typed meanwhile stays", async () => {
    const { state, workers } = await started({
      start: (backend, source) =>
        source.name === "dictionary" ? new Promise(() => undefined) : startedOn(backend, source),
    });
    state().chooseModel("dictionary");
    await settled();
    state().setText("meanwhile");
    state().cancelLoading();
    await settled();
    expect(state()).toMatchObject({ status: "ready", loading: null, run: { input: { text: "meanwhile" } } });
    expect(workers.map(({ closed }) => closed)).toEqual([false, true]);
    state().chooseModel("translate");
    await settled();
    expect(state().model?.name).toBe("translate");
  });

  it("comes from a link, with what the link says of it", async () => {
    const changes = [off({ ...head, part: "selfAttention" })];
    const { state } = await started({}, { link: { model: "dictionary", changes } });
    const dog = { kind: "text", text: "dog (noun):" } as const;
    expect(state()).toMatchObject({
      notices: [],
      scene: { model: "dictionary", changes, input: { text: "cat (noun):" } },
    });
    state().open({ model: "translate" });
    await settled();
    expect(state()).toMatchObject({
      model: { name: "translate" },
      scene: { input: { text: usualText }, changes: [] },
    });
    state().open({ model: "dictionary", input: dog });
    await settled();
    expect(state()).toMatchObject({ model: { name: "dictionary" }, run: { input: dog }, notices: [] });
    state().open({ model: "unheard" });
    expect(state().notices.map(({ key }) => key)).toEqual(["notice.badLink"]);
    expect(state().model?.name).toBe("dictionary");
  });
});

describe("writing", () => {
  it("shows what is written so far, and stops there when asked", async () => {
    const { state, workers } = await started({
      answer: (request) => (request.generation.steps === 2 ? resultOf(request) : new Promise(() => undefined)),
    });
    const [worker] = workers;
    worker?.write(worker.requests.at(-1)?.id ?? -1, "la voiture", 2);
    expect(state().writing).toEqual({ text: "la voiture", tokens: 2 });
    state().stopWriting();
    await settled();
    expect(state()).toMatchObject({ writing: null, run: { generation: { steps: 2 } } });
  });

  it("is over with the answer, also where news of it comes late", async () => {
    const { state, workers } = await started();
    const [worker] = workers;
    worker?.write(worker.requests.at(-1)?.id ?? -1, "la voi", 1);
    expect(state()).toMatchObject({ status: "ready", writing: null });
  });

  it("begins anew with another text where the text is the visitor's to finish", async () => {
    const { state } = await started({}, { link: { model: "dictionary" } });
    state().setGeneration({ steps: 5 });
    await settled();
    expect(state().run?.generation.steps).toBe(5);
    state().setText("bird (noun):");
    await settled();
    expect(state().run?.generation.steps).toBe(0);
  });
});
