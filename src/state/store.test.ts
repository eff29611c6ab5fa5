import { describe, expect, it } from "vitest";
import type { Answer, Backend, ModelSource, Started } from "../engine/protocol";
import { head, off, settings, started, textOf, usualText } from "./fakeApp";
import { resultOf, settled, started as startedOn } from "./fakeEngine";
import { defaultScene } from "./scene";

const failing =
  (...backends: string[]) =>
  (backend: Backend, source: ModelSource): Started =>
    backends.includes(backend)
      ? { kind: "failed", problem: { kind: "backend", backend, message: "not here" } }
      : startedOn(backend, source);

describe("the app", () => {
  it("runs the scene's text without being asked", async () => {
    const { state } = await started();
    expect(state()).toMatchObject({ status: "ready", backend: "wasm", run: { input: { text: usualText } } });
  });

  it("follows the text, and keeps the last answer while a text has none", async () => {
    const problem = (id: number): Answer => ({ kind: "problem", id, problem: { kind: "emptyText" }, tokens: [] });
    const { state } = await started({
      answer: (request) => (textOf(request) === "" ? problem(request.id) : resultOf(request)),
    });
    state().setText("");
    await settled();
    expect(state().problem?.problem.kind).toBe("emptyText");
    expect(state().run?.input).toMatchObject({ text: usualText });
    state().setText("a cat");
    await settled();
    expect(state()).toMatchObject({ problem: null, run: { input: { text: "a cat" } } });
  });

  it("drops a late answer to an old question", async () => {
    const waiting = new Map<string, (answer: Answer) => void>();
    const { state } = await started({
      answer: (request) => new Promise((resolve) => waiting.set(textOf(request), resolve)),
    });
    const requestOf = (text: string, id: number) =>
      resultOf({ id, input: { kind: "text", text }, changes: [], generation: defaultScene.generation });
    state().setText("first");
    state().setText("second");
    await settled();
    waiting.get("second")?.(requestOf("second", 3));
    await settled();
    waiting.get("first")?.(requestOf("first", 2));
    await settled();
    expect(state().run?.input).toMatchObject({ text: "second" });
  });

  it("switches heads, and takes it back and does it again", async () => {
    const { state } = await started();
    const other = { ...head, head: 2 };
    const [first, second] = [off(head), off(other)];
    state().toggleHead(head);
    state().toggleHead(other);
    expect(state().scene.changes).toEqual([first, second]);
    state().undo();
    expect(state().scene.changes).toEqual([first]);
    state().redo();
    expect(state().scene.changes).toEqual([first, second]);
    state().takeAllBack();
    expect(state().scene.changes).toEqual([]);
    state().undo();
    state().toggleHead(head);
    expect(state().scene.changes).toEqual([second]);
    expect(state().future).toEqual([]);
    await settled();
    expect(state().run?.changes).toEqual([second]);
  });

  it("puts a change in the place of another at the same head, and takes any kind back", async () => {
    const { state } = await started();
    const skip = { kind: "skip", path: "decoder.0.residMid", keep: 0 } as const;
    state().toggleHead(head);
    state().change([{ kind: "head", at: head, to: "mean" }, skip]);
    expect(state().scene.changes).toEqual([{ kind: "head", at: head, to: "mean" }, skip]);
    state().toggleHead(head);
    expect(state().scene.changes).toEqual([skip]);
    state().takeBack([skip]);
    expect(state().scene.changes).toEqual([]);
    expect(state().past).toHaveLength(4);
  });

  it("says that a link was broken, and starts with the usual scene", async () => {
    const { state } = await started({}, { link: null });
    expect(state().notices.map(({ key }) => key)).toEqual(["notice.badLink"]);
    expect(state().run?.input).toMatchObject({ text: usualText });
    state().dismiss(state().notices[0]?.id ?? 0);
    expect(state().notices).toEqual([]);
  });

  it("puts back what a link asks of the model in vain, and says so", async () => {
    const input = { kind: "text", text: "a dog" } as const;
    const { state } = await started({}, { link: { changes: [off({ ...head, head: 99 })], input } });
    expect(state().scene).toMatchObject({ changes: [], input });
    expect(state().run).toMatchObject({ changes: [], input });
    expect(state().notices.map(({ key }) => key)).toEqual(["notice.badLink"]);
  });

  it("takes the next backend where one fails, says so, and keeps the text", async () => {
    const { state } = await started({ start: failing("wasm", "webgl") });
    expect(state()).toMatchObject({ status: "ready", backend: "webgpu", run: { input: { text: usualText } } });
    expect(state().notices[0]).toMatchObject({
      key: "notice.backendFailed",
      values: { backend: "webgl", next: "webgpu" },
    });
  });

  it("says so where no backend starts, and tries again when asked", async () => {
    let broken = true;
    const { state } = await started({
      start: (backend, source) => (broken ? failing(backend)(backend, source) : startedOn(backend, source)),
    });
    expect(state().status).toBe("failed");
    expect(state().notices.at(-1)?.key).toBe("notice.noBackend");
    broken = false;
    state().retry();
    await settled();
    expect(state()).toMatchObject({ status: "ready", notices: [], run: { input: { text: usualText } } });
  });

  it.each([
    ["died", "notice.workerDied"],
    ["contextLost", "notice.contextLost"],
  ] as const)(
    "recovers on the next backend when a worker is lost (%s), with text, selection and switches",
    async (reason, key) => {
      const { state, workers } = await started();
      state().setText("two dogs");
      state().toggleHead(head);
      state().select({ stack: "encoder", layer: 1, part: "selfAttention", head: 3 });
      await settled();
      workers[0]?.lose(reason);
      await settled();
      expect(state()).toMatchObject({
        status: "ready",
        backend: "webgl",
        run: { input: { text: "two dogs" }, changes: [off(head)] },
      });
      expect(state().scene.selection).toMatchObject({ stack: "encoder", head: 3 });
      expect(state().notices.at(-1)).toMatchObject({ key, values: { backend: "wasm", next: "webgl" } });
      expect(workers[0]?.closed).toBe(true);
    },
  );

  it("answers the question that was open when the worker died", async () => {
    let dead = false;
    const { state, workers } = await started({
      answer: (request) => (dead ? resultOf(request) : new Promise(() => undefined)),
    });
    state().setText("an open question");
    await settled();
    dead = true;
    workers[0]?.lose("died");
    await settled();
    expect(state().run?.input).toMatchObject({ text: "an open question" });
  });

  it("keeps the model at hand when another backend is chosen that fails", async () => {
    const { state } = await started({ start: failing("webgpu") });
    state().setSettings({ backend: "webgpu" });
    await settled();
    expect(state()).toMatchObject({ status: "ready", run: { input: { text: usualText } } });
    expect(state().notices.at(-1)?.key).toBe("notice.backendFailed");
  });

  it("says what is wrong with a model's file, on one backend only", async () => {
    const problem = { kind: "checkpoint", key: "fault.safetensors.notJson", values: {} } as const;
    const { state, workers } = await started({ start: () => ({ kind: "failed", problem }) });
    expect(state()).toMatchObject({ status: "failed", problem: { problem } });
    expect(workers).toHaveLength(1);
  });

  it("prefers WebGL when it keeps up, stays otherwise, and leaves one worker running", async () => {
    const auto = { settings: { ...settings, backend: "auto" } as const };
    const fast = await started({ pass: (backend) => (backend === "webgl" ? 12 : 3) }, auto);
    expect(fast.state().backend).toBe("webgl");
    expect(fast.workers.filter(({ closed }) => !closed)).toHaveLength(1);
    const slow = await started({ pass: (backend) => (backend === "webgl" ? 80 : 3) }, auto);
    expect(slow.state().backend).toBe("wasm");
    expect(slow.workers.filter(({ closed }) => !closed)).toHaveLength(1);
  });

  it("tries nothing that would be drawn in software", async () => {
    const hasCard = async (backend: string) => backend === "webgpu";
    const auto = { settings: { ...settings, backend: "auto" } as const, hasCard };
    const { state, workers } = await started({ pass: (backend) => (backend === "wasm" ? 9 : 1) }, auto);
    expect(state().backend).toBe("webgpu");
    expect(workers).toHaveLength(2);
  });

  it("closes what it started", async () => {
    const { state, workers } = await started();
    state().close();
    expect(workers.every(({ closed }) => closed)).toBe(true);
  });
});
