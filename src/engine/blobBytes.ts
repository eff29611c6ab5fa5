/** A file on the visitor's device, read piece by piece. For workers alone: only they may wait for a file. */
import type { Bytes } from "../model/checkpoints/bytes";

/** TypeScript's library for pages leaves it out. */
declare class FileReaderSync {
  readAsArrayBuffer(blob: Blob): ArrayBuffer;
}

export function blobBytes(blob: Blob): Bytes {
  const reader = new FileReaderSync();
  return { size: blob.size, read: (from, to) => new Uint8Array(reader.readAsArrayBuffer(blob.slice(from, to))) };
}
