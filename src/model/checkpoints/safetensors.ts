/**
 * Reads the safetensors format: 8 bytes of header length, a JSON header, data. The header is checked before it is
 * trusted. Format: huggingface.co/docs/safetensors. Knows nothing of models.
 */
import { z } from "zod";
import { duplicateKey } from "./duplicateKeys";

/** A checkpoint that cannot be used; the message names what was found and what is needed. */
export class CheckpointError extends Error {
  override readonly name = "CheckpointError";
}

export interface StoredTensor {
  readonly dtype: Dtype;
  readonly shape: readonly number[];
  /** The values, decoded on each call; throws CheckpointError for a dtype that cannot be read. */
  read(): Float32Array;
}

/** Bytes a value takes. */
const widths = { F32: 4, F16: 2, BF16: 2, I32: 4, I64: 8 } as const;
/** May stand in a file, as the masks of old GPT-2 files do, but cannot be read. */
const unread = { BOOL: 1, U8: 1, I8: 1, F8_E4M3: 1, F8_E5M2: 1, I16: 2, U16: 2, U32: 4, U64: 8, F64: 8 } as const;
const allWidths = { ...widths, ...unread };
type Dtype = keyof typeof allWidths;

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
  if (bytes.length < 8) throw new CheckpointError(`The file has ${bytes.length} bytes; a header needs at least 8.`);
  const claimed = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getBigUint64(0, true);
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
    if (name === "__metadata__") {
      checkMetadata(raw);
      continue;
    }
    if (name === "") throw new CheckpointError("A tensor has an empty name; every tensor needs one.");
    const { dtype, shape, from, to } = checkEntry(name, raw, available);
    ranges.push({ name, from, to });
    tensors.set(name, { dtype, shape, read: () => decode(name, dtype, bytes.subarray(start + from, start + to)) });
  }
  checkCoverage(ranges, available);
  return tensors;
}

function parseHeader(bytes: Uint8Array): Record<string, unknown> {
  let text: string;
  let parsed: unknown;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    parsed = JSON.parse(text);
  } catch {
    throw new CheckpointError("The header is not a JSON object in UTF-8, as safetensors needs.");
  }
  const header = headerSchema.safeParse(parsed);
  if (!header.success) throw new CheckpointError("The header is not a JSON object in UTF-8, as safetensors needs.");
  const twice = duplicateKey(text);
  if (twice !== null) throw new CheckpointError(`${clip(twice)}: the header has it twice; once is needed.`);
  // zod leaves this key out, so that its bytes would belong to nobody.
  if (Object.hasOwn(parsed as object, "__proto__")) {
    throw new CheckpointError("__proto__: the header has a tensor of this name; another name is needed.");
  }
  return header.data;
}

function checkMetadata(raw: unknown): void {
  if (z.record(z.string(), z.string()).safeParse(raw).success) return;
  throw new CheckpointError(`__metadata__: the header has ${clip(JSON.stringify(raw))}; an object of texts is needed.`);
}

/** Short enough for a message, whatever a file holds. */
function clip(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}

function checkEntry(name: string, raw: unknown, available: number) {
  const parsed = entrySchema.safeParse(raw);
  if (!parsed.success) {
    throw new CheckpointError(
      `${name}: the header has ${clip(JSON.stringify(raw))}; dtype, shape and data_offsets are needed.`,
    );
  }
  const { dtype, shape, data_offsets } = parsed.data;
  const [from, to] = data_offsets;
  if (!isDtype(dtype)) {
    throw new CheckpointError(`${name}: the dtype is ${clip(dtype)}; ${Object.keys(widths).join(", ")} can be read.`);
  }
  const size = shape.reduce((product, length) => product * length, 1) * allWidths[dtype];
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
  return Object.hasOwn(allWidths, text);
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

/** The format is little-endian, as every host of a browser is. */
function decode(name: string, dtype: Dtype, bytes: Uint8Array): Float32Array {
  // A copy, since files align nothing; not slice(), which on Node's Buffer is a view.
  const { buffer } = new Uint8Array(bytes);
  switch (dtype) {
    case "F32":
      return new Float32Array(buffer);
    case "I32":
      return Float32Array.from(new Int32Array(buffer));
    case "I64":
      return Float32Array.from(new BigInt64Array(buffer), Number);
    case "BF16":
      // The upper half of a float32.
      return new Float32Array(Uint32Array.from(new Uint16Array(buffer), (bits) => bits << 16).buffer);
    case "F16":
      halves ??= Float32Array.from({ length: 65_536 }, (_, bits) => halfToNumber(bits));
      return fromHalves(new Uint16Array(buffer), halves);
    default:
      throw new CheckpointError(`${name}: its dtype is ${dtype}; ${Object.keys(widths).join(", ")} can be read.`);
  }
}

/** The value of each of the 65,536 halves, made when first needed, so that large files only look them up. */
let halves: Float32Array | undefined;

function fromHalves(bits: Uint16Array, values: Float32Array): Float32Array {
  const result = new Float32Array(bits.length);
  for (let i = 0; i < bits.length; i++) result[i] = values[bits[i] ?? 0] ?? Number.NaN;
  return result;
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
