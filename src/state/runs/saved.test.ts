import { describe, expect, it } from "vitest";
import { createStore } from "zustand";
import { memoryRuns } from "./memory";
import { nothingSaved, type SavedState, savedRuns } from "./saved";
import type { RunStore, StoredRun } from "./storage";

const run = (id: string, saved: number): StoredRun => ({
  ...{ id, name: "", saved },
  state: { step: saved, numbers: Float32Array.of(saved) },
});

/** A page whose storage is in memory, but for what is told otherwise. */
function page(other: Partial<RunStore<StoredRun>> = {}, open: Promise<unknown> = Promise.resolve()) {
  const runs = { ...memoryRuns<StoredRun>(), ...other };
  const store = createStore<SavedState<StoredRun>>()(() => ({ ...nothingSaved }));
  const kept = savedRuns<StoredRun>({
    open: () => open.then(() => runs),
    get: store.getState,
    set: store.setState,
    pack: async () => null,
    unpack: async (_, id, now) => ({ run: run(id, now), moments: [] }),
  });
  return { runs, kept, state: store.getState, ids: () => store.getState().saved.map(({ id }) => id) };
}

describe("saved runs", () => {
  it("are shown as they are saved, the newest first, without reading the others again", async () => {
    let lists = 0;
    const { list, ...memory } = memoryRuns<StoredRun>();
    const { kept, ids } = page({
      ...memory,
      list: () => {
        lists += 1;
        return list();
      },
    });
    await kept.save(run("a", 1));
    await kept.save(run("b", 2));
    await kept.save(run("a", 3));
    expect([ids(), lists]).toEqual([["a", "b"], 1]);
  });

  it("of another page with the same storage are there once the list is read again", async () => {
    const { runs, kept, ids } = page();
    await kept.save(run("a", 1));
    const { kept: other, ids: others } = page(runs);
    await other.actions.reread();
    await kept.save(run("b", 2));
    await other.actions.remove("a");
    expect([ids(), others()]).toEqual([["b", "a"], ["b"]]);
    await kept.actions.reread();
    expect(ids()).toEqual(["b"]);
  });

  it("keep the name that another page gave them, and are not taken back by it to what that page knew", async () => {
    const { runs, kept, state } = page();
    await kept.save(run("a", 1));
    const { kept: other, state: others } = page(runs);
    await other.actions.reread();
    await kept.save(run("a", 2));
    await other.actions.rename("a", " mine ");
    expect(others().saved.map(({ name }) => name)).toEqual(["mine"]);
    expect((await runs.list()).runs).toEqual([{ ...run("a", 2), name: "mine" }]);
    await kept.save(run("a", 3));
    expect(state().saved).toEqual([{ ...run("a", 3), name: "mine" }]);
    await other.actions.rename("a", "");
    await kept.save(run("a", 4));
    expect(state().saved).toEqual([run("a", 4)]);
  });

  it("are not taken back to an earlier step by a page that goes on with them as well", async () => {
    const { runs, kept } = page();
    await kept.save(run("a", 2));
    const { kept: other, state: others } = page(runs);
    await kept.save(run("a", 9));
    await other.actions.reread();
    await other.save(run("a", 5));
    expect(others().saved).toEqual([run("a", 9)]);
    expect((await runs.list()).runs).toEqual([run("a", 9)]);
    await kept.save(run("a", 12));
    expect(await other.current(run("a", 9))).toEqual(run("a", 12));
    await kept.actions.remove("a");
    await other.actions.rename("a", "mine");
    expect(others().saved).toEqual([]);
  });

  it("that cannot be read are told of and stay until they are deleted, and the others are not touched", async () => {
    const broken = new Set(["x", "y"]);
    const { list, remove, ...memory } = memoryRuns<StoredRun>();
    const { kept, ids, state } = page({
      ...memory,
      list: async () => ({ ...(await list()), damaged: [...broken] }),
      async remove(id) {
        broken.delete(id);
        await remove(id);
      },
    });
    await kept.save(run("a", 1));
    expect([state().damaged, ids()]).toEqual([["x", "y"], ["a"]]);
    await kept.actions.removeDamaged();
    expect([state().damaged, ids()]).toEqual([[], ["a"]]);
  });

  it.each([
    ["full", new DOMException("no room", "QuotaExceededError")],
    ["failed", new DOMException("closed", "InvalidStateError")],
  ])("say that the storage is not to be had (%s), and that it is again", async (storing, reason) => {
    let out = true;
    const { write, ...memory } = memoryRuns<StoredRun>();
    const { kept, ids, state } = page({
      ...memory,
      async write(one) {
        if (out) throw reason;
        return write(one);
      },
    });
    await kept.save(run("a", 1));
    expect([state().storing, ids()]).toEqual([storing, []]);
    out = false;
    await kept.save(run("a", 2));
    expect([state().storing, ids()]).toEqual(["kept", ["a"]]);
  });

  it("are there for this visit alone where the browser forbids storage", async () => {
    const { kept, ids, state, runs } = page({}, Promise.reject(new Error("forbidden")));
    await kept.save(run("a", 1));
    expect([state().storing, ids(), (await runs.list()).runs]).toEqual(["forbidden", ["a"], []]);
    await kept.actions.remove("a");
    expect(ids()).toEqual([]);
    const { removed } = state();
    if (!removed) return expect.unreachable();
    await kept.actions.putBack(removed);
    expect(ids()).toEqual(["a"]);
  });
});
