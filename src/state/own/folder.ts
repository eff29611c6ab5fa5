/** A folder of files, on this device or elsewhere, as far as opening a model needs to know it. */
import { FetchError } from "../../model/checkpoints/fetchError";

export interface Folder {
  /** The size of a file in bytes, or null where it is not known before it has come; undefined: there is no such file. */
  size(file: string): Promise<number | null | undefined>;
  text(file: string): Promise<string>;
  /** `progress` is called with the bytes that have come. */
  get(file: string, progress: (received: number) => void): Promise<Blob>;
  /** Names of all files, where they can be listed. */
  readonly names: readonly string[];
}

export function localFolder(files: ReadonlyMap<string, Blob>): Folder {
  const blobOf = (file: string) => {
    const blob = files.get(file);
    if (!blob) throw new Error(`There is no file ${file}.`);
    return blob;
  };
  return {
    names: [...files.keys()],
    size: async (file) => files.get(file)?.size,
    text: async (file) => blobOf(file).text(),
    get: async (file) => blobOf(file),
  };
}

/** Pieces are handed to the browser when they come to this, so that a large file does not fill the page's own memory. */
const handed = 32 * 2 ** 20; // bytes

/** The folder at `url`, which ends in "/". Nothing about the visitor is sent: no cookie, no referrer. */
export function remoteFolder(url: string, signal: AbortSignal): Folder {
  const ask = async (file: string, method: "GET" | "HEAD"): Promise<Response> => {
    const response = await fetch(`${url}${file}`, {
      method,
      signal,
      credentials: "omit",
      referrerPolicy: "no-referrer",
    }).catch(() => {
      signal.throwIfAborted();
      throw new FetchError(`${url}${file}`, null);
    });
    return response;
  };
  const get = async (file: string): Promise<Response> => {
    const response = await ask(file, "GET");
    if (!response.ok) throw new FetchError(response.url || `${url}${file}`, response.status);
    return response;
  };
  return {
    names: [],
    async size(file) {
      const { ok, status, headers } = await ask(file, "HEAD");
      // Without config.json it is no model's folder: then the name or the address is wrong.
      if (status === 404 && file !== "config.json") return undefined;
      // Not every server answers this question.
      if (status === 405 || status === 501) return null;
      if (!ok) throw new FetchError(`${url}${file}`, status);
      // Of what is sent, which is the file only where it is not compressed for the way.
      const length = headers.has("content-encoding") ? null : headers.get("content-length");
      return length === null ? null : Number(length);
    },
    text: async (file) => (await get(file)).text(),
    async get(file, progress) {
      const response = await get(file);
      let whole = new Blob();
      let pieces: BlobPart[] = [];
      let [received, waiting] = [0, 0];
      const reader = response.body?.getReader();
      for (;;) {
        const piece = await reader?.read().catch(() => {
          signal.throwIfAborted();
          throw new FetchError(`${url}${file}`, null);
        });
        if (!piece || piece.done) return new Blob([whole, ...pieces]);
        pieces.push(piece.value);
        received += piece.value.length;
        waiting += piece.value.length;
        progress(received);
        if (waiting < handed) continue;
        whole = new Blob([whole, ...pieces]);
        [pieces, waiting] = [[], 0];
      }
    },
  };
}
