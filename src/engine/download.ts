/** Fetches a model's files with progress, and keeps them for the next visit. Knows nothing of what is in them. */
import { FetchError } from "../model/checkpoints/fetchError";
import type { ServedModel } from "./protocol";

/** A model's files by name, as they come. */
export type ModelFiles = ReadonlyMap<string, Uint8Array>;

/** Where files are kept; null where the browser keeps none (private windows, plain HTTP). */
export type Store = Pick<Cache, "match" | "put" | "delete">;

export async function openStore(): Promise<Store | null> {
  try {
    return await caches.open("glassformer.models");
  } catch {
    return null;
  }
}

/** A file of another size is another file: a new version of a model is fetched anew. */
function keyOf(url: string, bytes: number): string {
  return `${url}?bytes=${bytes}`;
}

/** Every message costs the page something: one for each hundredth of a second is enough to draw a bar. */
export function throttled(progress: ((received: number) => void) | undefined): (received: number) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (received) => {
    const now = performance.now();
    if (now - last < 10) return;
    last = now;
    void progress?.(received);
  };
}

/**
 * All files of a model, fetched together; throws FetchError. `progress` is called with the bytes that have come of
 * all of them together.
 */
export async function fetchModel(
  { url, files }: ServedModel,
  store: Store | null,
  progress: (received: number) => void,
): Promise<ModelFiles> {
  const received = new Map<string, number>();
  const fetchOne = async ([file, size]: [string, number]) => {
    const bytes = await fetchFile(`${url}${file}`, size, store, (count) => {
      received.set(file, count);
      progress([...received.values()].reduce((sum, one) => sum + one, 0));
    });
    return [file, bytes] as const;
  };
  return new Map(await Promise.all(Object.entries(files).map(fetchOne)));
}

async function fetchFile(
  url: string,
  size: number,
  store: Store | null,
  progress: (received: number) => void,
): Promise<Uint8Array> {
  const kept = await store?.match(keyOf(url, size)).catch(() => undefined);
  if (kept) {
    const bytes = new Uint8Array(await kept.arrayBuffer());
    progress(bytes.length);
    return bytes;
  }
  const response = await fetch(url).catch(() => null);
  if (!response?.ok) throw new FetchError(url, response?.status ?? null);
  return readAll(response, url, progress);
}

/** The body piece by piece; throws FetchError where it breaks off. */
async function readAll(response: Response, url: string, progress: (received: number) => void): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let received = 0;
  const reader = response.body?.getReader();
  for (;;) {
    const piece = await reader?.read().catch(() => {
      throw new FetchError(url, null);
    });
    if (!piece || piece.done) break;
    pieces.push(piece.value);
    received += piece.value.length;
    progress(received);
  }
  const whole = new Uint8Array(received);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** Keeps the files of a model that has been opened; what is of another size than it should be is not kept. */
export async function keepModel({ url, files }: ServedModel, model: ModelFiles, store: Store | null): Promise<void> {
  if (!store) return;
  for (const [file, bytes] of model) {
    const key = keyOf(`${url}${file}`, bytes.length);
    if (bytes.length !== files[file] || (await store.match(key).catch(() => undefined))) continue;
    // An older version of the file goes. The browser may have no room left: the model works all the same.
    await store.delete(`${url}${file}`, { ignoreSearch: true }).catch(() => false);
    await store.put(key, new Response(new Uint8Array(bytes))).catch(() => undefined);
  }
}
