/**
 * Reads the safetensors format: 8 bytes of header length, a JSON header, data. The header is checked before it is
 * trusted. Format: huggingface.co/docs/safetensors. Knows nothing of models.
 */
import { z } from "zod";

/** A checkpoint that cannot be used; the message names what was found and what is needed. */
export class CheckpointError extends Error {
  override readonly name = "CheckpointError";
}

export interface StoredTensor {
  readonly dtype: Dtype;
  readonly shape: readonly number[];
  /** The values, decoded on each call. */
  read(): Float32Array;
}

/** Bytes a value takes. */
const widths = { F32: 4, F16: 2, BF16: 2, I32: 4, I64: 8 } as const;
type Dtype = keyof typeof widths;

/** Far above any header of a model that a browser can run. */
const largestHeader = 32 * 1024 * 1024;

const count = z.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER);
const entrySchema = z.strictObject({
  dtype: z.string(),
  shape: z.array(count).max(8),
  data_offsets: z.tuple([count, count]),
});
const headerSchema = z.record(z.string(), z.unknown());

/** All tensors of a file, by name; throws CheckpointError. */
export function readSafetensors(bytes: Uint8Array): ReadonlyMap<string, StoredTensor> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 8) throw new CheckpointError(`The file has ${bytes.length} bytes; a header needs at least 8.`);
  const claimed = view.getBigUint64(0, true);
  const length = Number(claimed);
  if (length > largestHeader || length + 8 > bytes.length) {
    throw new CheckpointError(`The header claims ${claimed} bytes; the file has ${bytes.length - 8} after its length.`);
  }
  const header = parseHeader(bytes.subarray(8, 8 + length));
  const start = 8 + length;
  const available = bytes.length - start;
  const tensors = new Map<string, StoredTensor>();
  const ranges: { readonly name: string; readonly from: number; readonly to: number }[] = [];
  for (const [name, raw] of Object.entries(header)) {
    if (name === "__metadata__") continue;
    if (name === "") throw new CheckpointError("A tensor has an empty name; every tensor needs one.");
    const { dtype, shape, from, to } = checkEntry(name, raw, available);
    ranges.push({ name, from, to });
    tensors.set(name, { dtype, shape, read: () => decode(view, dtype, start + from, (to - from) / widths[dtype]) });
  }
  checkCoverage(ranges, available);
  return tensors;
}

function parseHeader(bytes: Uint8Array): Record<string, unknown> {
  try {
    return headerSchema.parse(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)));
  } catch {
    throw new CheckpointError("The header is not a JSON object in UTF-8, as safetensors needs.");
  }
}

function checkEntry(name: string, raw: unknown, available: number) {
  const parsed = entrySchema.safeParse(raw);
  if (!parsed.success) {
    throw new CheckpointError(
      `${name}: the header has ${JSON.stringify(raw)}; dtype, shape and data_offsets are needed.`,
    );
  }
  const { dtype, shape, data_offsets } = parsed.data;
  const [from, to] = data_offsets;
  if (!isDtype(dtype)) {
    throw new CheckpointError(`${name}: the dtype is ${dtype}; ${Object.keys(widths).join(", ")} can be read.`);
  }
  const size = shape.reduce((product, length) => product * length, 1) * widths[dtype];
  if (to - from !== size) {
    throw new CheckpointError(
      `${name}: the offsets span ${to - from} bytes; ${dtype} [${shape.join(", ")}] needs ${size}.`,
    );
  }
  if (to > available) {
    throw new CheckpointError(`${name}: the data ends at byte ${to}; the file has ${available} bytes of data.`);
  }
  return { dtype, shape, from, to };
}

function isDtype(text: string): text is Dtype {
  return Object.hasOwn(widths, text);
}

/** The format wants the data covered whole, once. */
function checkCoverage(ranges: { readonly name: string; from: number; to: number }[], available: number): void {
  let end = 0;
  let before = "the start of the data";
  for (const { name, from, to } of ranges.sort((a, b) => a.from - b.from || a.to - b.to)) {
    if (from !== end) {
      const what = from < end ? "overlaps" : "leaves a hole after";
      throw new CheckpointError(`${name}: it starts at byte ${from} and ${what} ${before}, which ends at byte ${end}.`);
    }
    end = to;
    before = name;
  }
  if (end !== available)
    throw new CheckpointError(`The tensors end at byte ${end}; the file has ${available} bytes of data.`);
}

function decode(view: DataView, dtype: Dtype, start: number, length: number): Float32Array {
  const values = new Float32Array(length);
  for (let i = 0; i < length; i++) values[i] = decodeValue(view, dtype, start + i * widths[dtype]);
  return values;
}

const scratch = new DataView(new ArrayBuffer(4));

function decodeValue(view: DataView, dtype: Dtype, offset: number): number {
  switch (dtype) {
    case "F32":
      return view.getFloat32(offset, true);
    case "I32":
      return view.getInt32(offset, true);
    case "I64":
      return Number(view.getBigInt64(offset, true));
    case "BF16":
      // The upper half of a float32.
      scratch.setUint32(0, view.getUint16(offset, true) << 16);
      return scratch.getFloat32(0);
    case "F16":
      return halfToNumber(view.getUint16(offset, true));
  }
}

/** IEEE 754 binary16: 1 sign, 5 exponent and 10 fraction bits; 0x3c00 is 1. */
export function halfToNumber(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
