/**
 * Several files as one, in the ZIP format (PKWARE's APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16): written without
 * compression, for weights hardly shrink; read with or without. Knows nothing of what is in the files.
 */
import { crc32 } from "../../model/crc32";
import { Fault } from "../../model/fault";
import { inflated } from "../../model/inflate";

type Bytes = Uint8Array<ArrayBuffer>;

const [localMark, centralMark, endMark] = [0x04034b50, 0x02014b50, 0x06054b50] as const;
/** Lengths of the fixed parts of the three records. */
const [localSize, centralSize, endSize] = [30, 46, 22] as const;

export function writeZip(files: ReadonlyMap<string, Bytes>): Blob {
  const parts: Bytes[] = [];
  const directory: Bytes[] = [];
  let offset = 0;
  for (const [name, bytes] of files) {
    const text = new TextEncoder().encode(name);
    // Version 2.0, names in UTF-8, stored, the first day that the format knows.
    const common = [20, 0x0800, 0, 0, 0x21] as const;
    const sizes = [crc32(bytes), bytes.length, bytes.length] as const;
    parts.push(record(localMark, [...common], [...sizes], [text.length, 0]), text, bytes);
    directory.push(record(centralMark, [20, ...common], [...sizes], [text.length, 0, 0, 0, 0], [0, offset]), text);
    offset += localSize + text.length + bytes.length;
  }
  const length = directory.reduce((sum, part) => sum + part.length, 0);
  const count = files.size;
  const end = record(endMark, [0, 0, count, count], [length, offset], [0]);
  return new Blob([...parts, ...directory, end], { type: "application/zip" });
}

/** A mark and then fields of 2, 4, 2 and 4 bytes each, little-endian. */
function record(mark: number, ...runs: readonly (readonly number[])[]): Bytes {
  const widths = runs.map((_, index) => (index % 2 === 0 ? 2 : 4));
  const bytes = new Uint8Array(4 + runs.reduce((sum, run, index) => sum + run.length * (widths[index] ?? 0), 0));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, mark, true);
  let at = 4;
  for (const [index, run] of runs.entries()) {
    for (const value of run) {
      if (widths[index] === 2) view.setUint16(at, value, true);
      else view.setUint32(at, value, true);
      at += widths[index] ?? 0;
    }
  }
  return bytes;
}

/** The files by name, without their folders; throws a Fault where it is no such archive or is damaged. */
export async function readZip(archive: Blob): Promise<ReadonlyMap<string, Bytes>> {
  const bytes = new Uint8Array(await archive.arrayBuffer());
  const view = new DataView(bytes.buffer);
  const bad = () => new Fault("fault.training.zip", { found: bytes.length });
  let end = bytes.length - endSize;
  while (end >= 0 && view.getUint32(end, true) !== endMark) end -= 1;
  if (end < 0) throw bad();
  const files = new Map<string, Bytes>();
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (at + centralSize > bytes.length || view.getUint32(at, true) !== centralMark) throw bad();
    const [crc, packed, size] = [16, 20, 24].map((field) => view.getUint32(at + field, true));
    const [nameLength = 0, extra = 0, comment = 0] = [28, 30, 32].map((field) => view.getUint16(at + field, true));
    const local = view.getUint32(at + 42, true);
    if (local + localSize > bytes.length) throw bad();
    const from = local + localSize + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + centralSize, at + centralSize + nameLength));
    const own = bytes.slice(from, from + (packed ?? 0));
    const content = view.getUint16(at + 10, true) === 0 ? own : await inflated(own).catch(() => null);
    if (!content || content.length !== size || crc32(content) !== crc) throw bad();
    if (!name.endsWith("/")) files.set(name.split("/").at(-1) ?? name, content);
    at += centralSize + nameLength + extra + comment;
  }
  return files;
}
