import { describe, expect, it, vi } from "vitest";
import { drawnTogether } from "./drawnTogether";
import { head, off, started } from "./fakeApp";
import { resultOf, settled } from "./fakeEngine";

describe("what is drawn together", () => {
  it("tells of a switch once, with its effect", async () => {
    const { app, state } = await started();
    const told = vi.fn();
    drawnTogether(app).subscribe(told);
    state().toggleHead(head);
    expect(state().scene.changes).toEqual([off(head)]);
    await settled();
    expect(told.mock.calls.map(([{ scene, run }]) => [scene.changes, run?.changes])).toEqual([
      [[off(head)], [off(head)]],
    ]);
  });

  it("tells of a switch alone where its effect is long in coming, and of the effect then", async () => {
    let answer = () => {};
    const { app, state } = await started({
      answer: (request) =>
        request.changes.length === 0
          ? resultOf(request)
          : new Promise((resolve) => {
              answer = () => resolve(resultOf(request));
            }),
    });
    const told = vi.fn();
    drawnTogether(app).subscribe(told);
    state().toggleHead(head);
    await settled();
    expect(told.mock.lastCall?.[0]).toMatchObject({ status: "running", scene: { changes: [off(head)] } });
    expect(told.mock.lastCall?.[0].run?.changes).toEqual([]);
    answer();
    await settled();
    expect(told.mock.lastCall?.[0].run?.changes).toEqual([off(head)]);
  });

  it("tells of everything else at once", async () => {
    const { app, state } = await started();
    const told = vi.fn();
    const stop = drawnTogether(app).subscribe(told);
    state().setText("a cat");
    expect(told.mock.lastCall?.[0].scene.input).toMatchObject({ text: "a cat" });
    await settled();
    state().toggleHead(head);
    state().setText("a dog");
    expect(told.mock.lastCall?.[0].scene).toMatchObject({ input: { text: "a dog" }, changes: [off(head)] });
    await settled();
    stop();
    told.mockClear();
    state().showView("layers");
    expect(told).not.toHaveBeenCalled();
  });
});
