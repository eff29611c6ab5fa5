/** A file on the visitor's device, read piece by piece. For workers alone: only they may wait for a file. */
import type { Bytes } from "../model/checkpoints/bytes";
import { Fault } from "../model/fault";

/** TypeScript's library for pages leaves it out. */
declare class FileReaderSync {
  readAsArrayBuffer(blob: Blob): ArrayBuffer;
}

/** `name` is for what is said where it cannot be read: a file that was changed or moved since it was chosen. */
export function blobBytes(name: string, blob: Blob): Bytes {
  const reader = new FileReaderSync();
  return {
    size: blob.size,
    read(from, to) {
      try {
        return new Uint8Array(reader.readAsArrayBuffer(blob.slice(from, to)));
      } catch {
        throw new Fault("fault.unreadable", { file: name });
      }
    },
  };
}
