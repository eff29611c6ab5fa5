/** Runs for this visit alone: where the browser forbids storage. */
import type { Moment } from "../../model/training/progress";
import { type RunStore, type StoredRun, successor } from "./storage";

export function memoryRuns<Run extends StoredRun>(): RunStore<Run> {
  const runs = new Map<string, Run>();
  const moments = new Map<string, Map<number, Moment>>();
  return {
    list: async () => ({ runs: [...runs.values()].sort((a, b) => b.saved - a.saved), damaged: [] }),
    async write(run) {
      const kept = successor(run, runs.get(run.id));
      runs.set(run.id, kept);
      return kept;
    },
    async rename(id, name) {
      const run = runs.get(id);
      if (run) runs.set(id, { ...run, name });
      return run !== undefined;
    },
    async remove(id) {
      runs.delete(id);
      moments.delete(id);
    },
    async keep(id, moment) {
      const own = moments.get(id) ?? new Map<number, Moment>();
      moments.set(id, own.set(moment.step, moment));
    },
    moments: async (id) => [...(moments.get(id)?.keys() ?? [])].sort((a, b) => a - b),
    moment: async (id, step) => moments.get(id)?.get(step) ?? null,
  };
}
