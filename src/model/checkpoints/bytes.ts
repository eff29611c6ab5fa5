/** A file's bytes, read a piece at a time, so that a large file is never in memory as a whole. */

export interface Bytes {
  readonly size: number;
  /** Bytes `from` to `to`, not included, in memory of their own. */
  read(from: number, to: number): Uint8Array<ArrayBuffer>;
}

/** A file that is in memory already. */
export function inMemory(bytes: Uint8Array): Bytes {
  // Not slice(), which on Node's Buffer is a view.
  return { size: bytes.length, read: (from, to) => new Uint8Array(bytes.subarray(from, to)) };
}
