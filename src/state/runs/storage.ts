/** Runs that are trained here in the browser's own storage, so that a closed tab loses little of them. Whatever they train. */
import { type IDBPDatabase, openDB } from "idb";
import { z } from "zod";
import { type Moment, momentSchema } from "../../model/training/progress";

/** What is kept of every run; each kind adds what it is made of. */
export const storedSchema = z.object({
  id: z.string(),
  /** What the visitor calls it; "" where it goes by what it learns. */
  name: z.string().max(200).default(""),
  /** When it was saved, in ms since 1970. */
  saved: z.number(),
  /** What its trainer goes on from. */
  state: z.object({ step: z.number().int().nonnegative(), numbers: z.instanceof(Float32Array<ArrayBuffer>) }),
});
export type StoredRun = z.infer<typeof storedSchema>;

export interface Listed<Run> {
  /** The newest first. */
  readonly runs: readonly Run[];
  /** Ids of those that cannot be read any more; they stay where they are. */
  readonly damaged: readonly string[];
}

export interface RunStore<Run extends StoredRun> {
  list(): Promise<Listed<Run>>;
  /**
   * Puts a run in the place of what was kept of it, unless that is trained further. Another page may have gone on with it
   * or renamed it: `run.name` counts only where nothing was kept. → what is kept now
   */
  write(run: Run): Promise<Run>;
  /** Changes nothing else, for what a page knows of a run may be older than what is kept of it; false where there is none. */
  rename(id: string, name: string): Promise<boolean>;
  /** Deletes a run with its moments. */
  remove(id: string): Promise<void>;
  keep(id: string, moment: Moment): Promise<void>;
  /** The steps of a run's moments, ascending; a kind of run that keeps none has none. */
  moments(id: string): Promise<readonly number[]>;
  moment(id: string, step: number): Promise<Moment | null>;
}

/** A run with the moments that were kept of it. */
export interface WholeRun<Run> {
  readonly run: Run;
  readonly moments: readonly Moment[];
}

const [runs, moments] = ["runs", "moments"] as const;
const named = z.object({ id: z.string() });

/** What is kept of a run that is saved, where that was kept before. */
export function successor<Run extends StoredRun>(run: Run, before: Run | undefined): Run {
  if (!before) return run;
  return before.state.step > run.state.step ? before : { ...run, name: before.name };
}

/** Each kind of run has a database of its own. Rejects where the browser forbids storage. */
export async function openStorage<Run extends StoredRun>(
  database: string,
  schema: z.ZodType<Run>,
): Promise<RunStore<Run>> {
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
      const read = found.map((one) => schema.safeParse(one).data ?? null);
      return {
        runs: read.filter((one) => one !== null).sort((a, b) => b.saved - a.saved),
        damaged: found.flatMap((one, index) => (read[index] ? [] : (named.safeParse(one).data?.id ?? []))),
      };
    },
    async write(run) {
      const change = db.transaction(runs, "readwrite");
      const before = schema.safeParse(await change.store.get(run.id)).data;
      // What could not be read again must not take the place of what can.
      const kept = schema.parse(successor(run, before));
      await Promise.all([change.store.put(kept), change.done]);
      return kept;
    },
    async rename(id, name) {
      const change = db.transaction(runs, "readwrite");
      const before: unknown = await change.store.get(id);
      const there = typeof before === "object";
      await Promise.all([there && change.store.put({ ...before, name }), change.done]);
      return there;
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
