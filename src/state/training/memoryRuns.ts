/** Runs of training for this visit alone: where the browser forbids storage. */
import type { Moment } from "../../model/training/progress";
import type { RunStore, SavedRun } from "./runs";

export function memoryRuns(): RunStore {
  const runs = new Map<string, SavedRun>();
  const moments = new Map<string, Map<number, Moment>>();
  return {
    list: async () => [...runs.values()].sort((a, b) => b.saved - a.saved),
    async write(run) {
      runs.set(run.id, run);
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
