/** Models of the visitor's own in the browser's storage, until they are deleted. Knows nothing of the page. */
import { type IDBPDatabase, openDB } from "idb";
import { z } from "zod";

/** What is kept of a model. */
const schema = z.object({
  name: z.string().regex(/^[\w.-]{1,100}$/),
  title: z.string().min(1).max(200),
  /** When it was brought along, in ms since 1970: the order in the menu. */
  added: z.number(),
  files: z.record(z.string(), z.instanceof(Blob)),
});
export type OwnRecord = z.infer<typeof schema>;

const [database, models] = ["glassformer", "models"] as const;

/** null where the browser keeps nothing: in private windows, or where it is told to. */
async function open(): Promise<IDBPDatabase | null> {
  try {
    return await openDB(database, 1, {
      upgrade: (db) => {
        db.createObjectStore(models, { keyPath: "name" });
      },
    });
  } catch {
    return null;
  }
}

/** All models that are kept, the oldest first; what cannot be read, such as another version's, is left where it is. */
export async function readOwn(): Promise<readonly OwnRecord[]> {
  const db = await open();
  const all: readonly unknown[] = (await db?.getAll(models).catch(() => [])) ?? [];
  db?.close();
  return all.flatMap((one) => schema.safeParse(one).data ?? []).sort((a, b) => a.added - b.added);
}

/** Why a model is there for this visit only. */
export type Unkept =
  | { readonly kind: "forbidden" }
  /** Bytes that the browser would have had for it; null where it does not say. */
  | { readonly kind: "full"; readonly needed: number; readonly left: number | null };

/** Keeps a model, in the place of one of the same name; null where it is kept, else why not. */
export async function keepOwn(record: OwnRecord): Promise<Unkept | null> {
  const db = await open();
  if (!db) return { kind: "forbidden" };
  // Else the browser may throw it away when it needs room; some ask the visitor.
  await navigator.storage?.persist?.().catch(() => false);
  try {
    await db.put(models, record);
    return null;
  } catch (error) {
    if (!(error instanceof DOMException && error.name === "QuotaExceededError")) return { kind: "forbidden" };
    const { quota, usage } = (await navigator.storage?.estimate?.().catch(() => null)) ?? {};
    const needed = Object.values(record.files).reduce((sum, blob) => sum + blob.size, 0);
    return { kind: "full", needed, left: quota === undefined ? null : Math.max(0, quota - (usage ?? 0)) };
  } finally {
    db.close();
  }
}

/** Throws a model away. */
export async function dropOwn(name: string): Promise<void> {
  const db = await open();
  await db?.delete(models, name);
  db?.close();
}
