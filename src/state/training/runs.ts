/** Runs of training in the browser's own storage, so that a closed tab loses little of them. */
import { type IDBPDatabase, openDB } from "idb";
import { z } from "zod";
import { planSchema } from "../../model/training/plan";
import { pointSchema } from "../../model/training/progress";

const runSchema = z.object({
  id: z.string(),
  /** When it was saved, in ms since 1970. */
  saved: z.number(),
  plan: planSchema,
  points: z.array(pointSchema),
  state: z.object({ step: z.number().int().nonnegative(), numbers: z.instanceof(Float32Array<ArrayBuffer>) }),
});
export type SavedRun = z.infer<typeof runSchema>;

export interface RunStore {
  /** The newest first; what cannot be read any more is left out. */
  list(): Promise<readonly SavedRun[]>;
  write(run: SavedRun): Promise<void>;
  remove(id: string): Promise<void>;
}

const [database, runs] = ["glassformer-training", "runs"] as const;

/** Rejects where the browser forbids storage. */
export async function openRuns(): Promise<RunStore> {
  const db: IDBPDatabase = await openDB(database, 1, {
    upgrade: (fresh) => void fresh.createObjectStore(runs, { keyPath: "id" }),
  });
  return {
    async list() {
      const all: readonly unknown[] = await db.getAll(runs);
      return all
        .flatMap((one) => {
          const parsed = runSchema.safeParse(one);
          return parsed.success ? [parsed.data] : [];
        })
        .sort((a, b) => b.saved - a.saved);
    },
    async write(run) {
      await db.put(runs, run);
    },
    remove: (id) => db.delete(runs, id),
  };
}
