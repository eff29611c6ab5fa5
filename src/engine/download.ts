/** Fetches a model's files with progress, and keeps them for the next visit. Knows nothing of what is in them. */
import type { ModelSource } from "./protocol";

/** A model's files as they come; null for those that it does not have. */
export interface ModelFiles {
  readonly config: string;
  /** null for a model of images. */
  readonly tokenizer: string | null;
  /** null for a model from elsewhere. */
  readonly about: string | null;
  readonly weights: Uint8Array;
}

/** A file that did not come; `status` is null where there was no answer, or where it broke off. */
export class DownloadError extends Error {
  override readonly name = "DownloadError";
  readonly url: string;
  readonly status: number | null;
  constructor(url: string, status: number | null) {
    super(`${url} could not be read (${status ?? "no answer"}).`);
    this.url = url;
    this.status = status;
  }
}

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

/**
 * All files of a model, fetched together; throws DownloadError. `progress` is called with the bytes that have come of
 * all of them together.
 */
export async function fetchModel(
  { url, files }: ModelSource,
  store: Store | null,
  progress: (received: number) => void,
): Promise<ModelFiles> {
  const received = new Map<string, number>();
  const fetchOne = async (file: string): Promise<Uint8Array | null> => {
    const size = files[file];
    if (size === undefined) return null;
    return fetchFile(`${url}${file}`, size, store, (bytes) => {
      received.set(file, bytes);
      progress([...received.values()].reduce((sum, count) => sum + count, 0));
    });
  };
  const names = ["config.json", "tokenizer.json", "about.json", "model.safetensors"];
  const [config, tokenizer, about, weights] = await Promise.all(names.map(fetchOne));
  if (!config || !weights) throw new Error(`${url} lists no config.json or no model.safetensors.`);
  const text = (bytes: Uint8Array | null | undefined) => (bytes ? new TextDecoder().decode(bytes) : null);
  return { config: text(config) ?? "", tokenizer: text(tokenizer), about: text(about), weights };
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
  if (!response?.ok) throw new DownloadError(url, response?.status ?? null);
  return readAll(response, url, progress);
}

/** The body piece by piece; throws DownloadError where it breaks off. */
async function readAll(response: Response, url: string, progress: (received: number) => void): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let received = 0;
  const reader = response.body?.getReader();
  for (;;) {
    const piece = await reader?.read().catch(() => {
      throw new DownloadError(url, null);
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
export async function keepModel({ url, files }: ModelSource, model: ModelFiles, store: Store | null): Promise<void> {
  if (!store) return;
  const contents: Readonly<Record<string, string | Uint8Array | null>> = {
    "config.json": model.config,
    "tokenizer.json": model.tokenizer,
    "about.json": model.about,
    "model.safetensors": model.weights,
  };
  for (const [file, size] of Object.entries(files)) {
    const content = contents[file];
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
    if (bytes?.length !== size) continue;
    const key = keyOf(`${url}${file}`, size);
    if (await store.match(key).catch(() => undefined)) continue;
    // An older version of the file goes. The browser may have no room left: the model works all the same.
    await store.delete(`${url}${file}`, { ignoreSearch: true }).catch(() => false);
    await store.put(key, new Response(new Uint8Array(bytes))).catch(() => undefined);
  }
}
