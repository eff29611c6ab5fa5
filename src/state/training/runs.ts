/** Runs of training in the browser's own storage, so that a closed tab loses little of them. */
import { type IDBPDatabase, openDB } from "idb";
import { z } from "zod";
import { planSchema } from "../../model/training/plan";
import { type Moment, momentSchema, pointSchema } from "../../model/training/progress";

const runSchema = z.object({
  id: z.string(),
  /** What the visitor calls it; "" where it goes by its task. */
  name: z.string().max(200).default(""),
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
  /** Deletes a run with its moments. */
  remove(id: string): Promise<void>;
  keep(id: string, moment: Moment): Promise<void>;
  /** The steps of a run's moments, ascending. */
  moments(id: string): Promise<readonly number[]>;
  moment(id: string, step: number): Promise<Moment | null>;
}

const [database, runs, moments] = ["glassformer-training", "runs", "moments"] as const;

/** Rejects where the browser forbids storage. */
export async function openRuns(): Promise<RunStore> {
  const db: IDBPDatabase = await openDB(database, 2, {
    upgrade(fresh, before) {
      if (before < 1) fresh.createObjectStore(runs, { keyPath: "id" });
      fresh.createObjectStore(moments, { keyPath: ["run", "step"] });
    },
  });
  const all = (id: string) => IDBKeyRange.bound([id], [id, []]);
  return {
    async list() {
      const found: readonly unknown[] = await db.getAll(runs);
      return found.flatMap((one) => runSchema.safeParse(one).data ?? []).sort((a, b) => b.saved - a.saved);
    },
    async write(run) {
      await db.put(runs, run);
    },
    async remove(id) {
      await db.delete(runs, id);
      await db.delete(moments, all(id));
    },
    async keep(id, moment) {
      await db.put(moments, { ...moment, run: id });
    },
    async moments(id) {
      const keys = await db.getAllKeys(moments, all(id));
      return z
        .array(z.tuple([z.string(), z.number()]))
        .parse(keys)
        .map(([, step]) => step);
    },
    async moment(id, step) {
      const found: unknown = await db.get(moments, [id, step]);
      return momentSchema.safeParse(found).data ?? null;
    },
  };
}
