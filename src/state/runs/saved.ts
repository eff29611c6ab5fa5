/** What can be done to runs in the browser's storage: saved, renamed, deleted and put back, taken elsewhere and brought back. */
import { memoryRuns } from "./memory";
import type { RunStore, StoredRun, WholeRun } from "./storage";

/** Characters. */
const longestName = 80;

export interface SavedState<Run> {
  /** The newest first. */
  readonly saved: readonly Run[];
  /** Ids of runs that cannot be read any more. */
  readonly damaged: readonly string[];
  /** The last that was deleted, until another is: it can be put back. */
  readonly removed: WholeRun<Run> | null;
  /** Whether runs are kept; else whether the browser forbids it, or the last one had no room or failed otherwise. */
  readonly storing: "kept" | "forbidden" | "full" | "failed";
}

export interface SavedActions<Run> {
  /** Reads the list again: what is on another page, or in another tab, may have saved to the same storage. */
  reread(): Promise<void>;
  /** "" gives a run the name of what it learns again. */
  rename(id: string, name: string): Promise<void>;
  remove(id: string): Promise<void>;
  /** Deletes what cannot be read any more. */
  removeDamaged(): Promise<void>;
  /** Puts the run back that was deleted last. */
  putBack(run: WholeRun<Run>): Promise<void>;
  /** A run with its model and its moments as one file; null where there is none of that id, or it cannot be made. */
  exported(id: string): Promise<Blob | null>;
  /** Puts the run of such a file among the others; throws a Fault where it is none. */
  imported(file: Blob): Promise<void>;
}

interface Parts<Run extends StoredRun> {
  readonly open: () => Promise<RunStore<Run>>;
  readonly get: () => SavedState<Run>;
  readonly set: (part: Partial<SavedState<Run>>) => void;
  /** → null where it cannot be made. */
  readonly pack: (run: WholeRun<Run>) => Promise<Blob | null>;
  /** Throws a Fault. */
  readonly unpack: (file: Blob, id: string, now: number) => Promise<WholeRun<Run>>;
}

export const nothingSaved = { saved: [], damaged: [], removed: null, storing: "kept" } as const;

export function savedRuns<Run extends StoredRun>({ open, get, set, pack, unpack }: Parts<Run>) {
  let forbidden = false;
  const store: Promise<RunStore<Run>> = open().catch(() => {
    forbidden = true;
    return memoryRuns<Run>();
  });

  const refresh = async () => {
    const found = await (await store).list().catch(() => ({ runs: [], damaged: [] }));
    set({ saved: found.runs, damaged: found.damaged, storing: forbidden ? "forbidden" : "kept" });
  };
  let read = false;
  const first = refresh().finally(() => {
    read = true;
  });

  /** Does what is to be kept; → what `keep` gives, or null where there was no room or it failed otherwise. */
  const tried = async <T>(keep: (runs: RunStore<Run>) => Promise<T>): Promise<T | null> => {
    // Else what was listed before would take the place of this.
    await first;
    try {
      const done = await keep(await store);
      set({ storing: forbidden ? "forbidden" : "kept" });
      return done;
    } catch (error) {
      const full = error instanceof DOMException && error.name === "QuotaExceededError";
      set({ storing: full ? "full" : "failed" });
      return null;
    }
  };

  /** Writes a run, and shows it in its place: a run is large, so that the others are not read again for it. */
  const save = async (run: Run): Promise<void> => {
    const stored = await tried((runs) => runs.write(run));
    if (stored === null) return;
    const others = get().saved.filter(({ id }) => id !== run.id);
    set({ saved: [...others, stored].sort((a, b) => b.saved - a.saved) });
  };

  const whole = async (id: string): Promise<WholeRun<Run> | null> => {
    const runs = await store;
    const run = (await runs.list()).runs.find((one) => one.id === id);
    if (!run) return null;
    const steps = await runs.moments(id);
    const moments = await Promise.all(steps.map((step) => runs.moment(id, step)));
    return { run, moments: moments.filter((moment) => moment !== null) };
  };
  const put = async ({ run, moments }: WholeRun<Run>) => {
    const runs = await store;
    for (const moment of moments) await runs.keep(run.id, moment);
    await save(run);
  };

  const actions: SavedActions<Run> = {
    reread: () => (read ? refresh() : first),
    async rename(id, typed) {
      const name = typed.trim().slice(0, longestName);
      const renamed = await tried((runs) => runs.rename(id, name));
      if (renamed) set({ saved: get().saved.map((run) => (run.id === id ? { ...run, name } : run)) });
      if (renamed === false) await refresh();
    },
    async remove(id) {
      const removed = await whole(id);
      await (await store).remove(id);
      set({ removed });
      await refresh();
    },
    async removeDamaged() {
      const runs = await store;
      for (const id of get().damaged) await runs.remove(id);
      await refresh();
    },
    async putBack(run) {
      set({ removed: null });
      await put(run);
    },
    async exported(id) {
      const run = await whole(id);
      return run && pack(run);
    },
    async imported(file) {
      await put(await unpack(file, crypto.randomUUID(), Date.now()));
    },
  };
  /** What is kept of a run now, for another page may have gone on with it; the same where nothing is. */
  const current = async (run: Run): Promise<Run> => {
    await actions.reread();
    return get().saved.find(({ id }) => id === run.id) ?? run;
  };
  return { store, save, current, actions };
}
