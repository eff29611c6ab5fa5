/** What can be done to runs in the browser's storage: renamed, deleted and put back, taken elsewhere and brought back. */
import { readDigits } from "../../model/training/digits";
import { isPicture } from "../../model/training/plan";
import type { RunStore, SavedRun } from "./runs";
import type { WholeRun } from "./transfer";

/** Characters. */
const longestName = 80;

export interface SavedState {
  /** The newest first. */
  readonly saved: readonly SavedRun[];
  /** The last that was deleted, until another is: it can be put back. */
  readonly removed: WholeRun | null;
  /** False where the browser forbids storage. */
  readonly storing: boolean;
}

export interface SavedActions {
  /** "" gives a run the name of its task again. */
  rename(id: string, name: string): Promise<void>;
  remove(id: string): Promise<void>;
  /** Puts the run back that was deleted last. */
  putBack(run: WholeRun): Promise<void>;
  /** A run with its model and its moments as one file; null where there is none of that id. */
  exported(id: string): Promise<Blob | null>;
  /** Puts the run of such a file among the others; throws a Fault where it is none. */
  imported(file: Blob): Promise<void>;
}

export function savedActions(
  store: Promise<RunStore>,
  digits: () => Promise<Uint8Array<ArrayBuffer>>,
  refresh: () => Promise<void>,
  setRemoved: (run: WholeRun | null) => void,
): SavedActions {
  const whole = async (id: string): Promise<WholeRun | null> => {
    const runs = await store;
    const run = (await runs.list()).find((one) => one.id === id);
    if (!run) return null;
    const steps = await runs.moments(id);
    const moments = await Promise.all(steps.map((step) => runs.moment(id, step)));
    return { run, moments: moments.filter((moment) => moment !== null) };
  };
  const put = async ({ run, moments }: WholeRun) => {
    const runs = await store;
    await runs.write(run);
    for (const moment of moments) await runs.keep(run.id, moment);
    await refresh();
  };
  return {
    async rename(id, name) {
      const runs = await store;
      const run = (await runs.list()).find((one) => one.id === id);
      if (run) await runs.write({ ...run, name: name.trim().slice(0, longestName) });
      await refresh();
    },
    async remove(id) {
      const run = await whole(id);
      await (await store).remove(id);
      setRemoved(run);
      await refresh();
    },
    async putBack(run) {
      setRemoved(null);
      await put(run);
    },
    async exported(id) {
      const [run, { packRun }] = await Promise.all([whole(id), import("./transfer")]);
      return run && packRun(run, isPicture(run.run.plan.task) ? await readDigits(await digits()) : null);
    },
    async imported(file) {
      const { unpackRun } = await import("./transfer");
      await put(await unpackRun(file, crypto.randomUUID(), Date.now()));
    },
  };
}
