/**
 * Reads the safetensors format: 8 bytes of header length, a JSON header, data. The header is checked before it is
 * trusted. Format: huggingface.co/docs/safetensors. Knows nothing of models.
 */
import { z } from "zod";
import { clip, Fault, shown } from "../fault";
import { type Bytes, inMemory } from "./bytes";
import { duplicateKey } from "./duplicateKeys";

export interface StoredTensor {
  readonly dtype: Dtype;
  readonly shape: readonly number[];
  /** The values, read and decoded on each call; throws a Fault for a dtype that cannot be read. */
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

/** All tensors of a file, by name; only the header is read at once. Throws a Fault. */
export function readSafetensors(given: Uint8Array | Bytes): ReadonlyMap<string, StoredTensor> {
  const file = given instanceof Uint8Array ? inMemory(given) : given;
  if (file.size < 8) throw new Fault("fault.safetensors.short", { found: file.size });
  const claimed = new DataView(file.read(0, 8).buffer).getBigUint64(0, true);
  const length = Number(claimed);
  if (length > largestHeader || length + 8 > file.size) {
    throw new Fault("fault.safetensors.claim", { claimed: String(claimed), found: file.size - 8 });
  }
  const header = parseHeader(file.read(8, 8 + length));
  const start = 8 + length;
  const available = file.size - start;
  const tensors = new Map<string, StoredTensor>();
  const ranges: { readonly name: string; readonly from: number; readonly to: number }[] = [];
  for (const [name, raw] of Object.entries(header)) {
    if (name === "__metadata__") {
      checkMetadata(raw);
      continue;
    }
    if (name === "") throw new Fault("fault.safetensors.nameless", {});
    const { dtype, shape, from, to } = checkEntry(name, raw, available);
    ranges.push({ name, from, to });
    tensors.set(name, { dtype, shape, read: () => decode(name, dtype, () => file.read(start + from, start + to)) });
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
    throw new Fault("fault.safetensors.notJson", {});
  }
  const header = headerSchema.safeParse(parsed);
  if (!header.success) throw new Fault("fault.safetensors.notJson", {});
  const twice = duplicateKey(text);
  if (twice !== null) throw new Fault("fault.safetensors.twice", { name: clip(twice) });
  // zod leaves this key out, so that its bytes would belong to nobody.
  if (Object.hasOwn(parsed as object, "__proto__"))
    throw new Fault("fault.safetensors.reserved", { name: "__proto__" });
  return header.data;
}

function checkMetadata(raw: unknown): void {
  if (z.record(z.string(), z.string()).safeParse(raw).success) return;
  throw new Fault("fault.safetensors.metadata", { found: shown(raw) });
}

function checkEntry(name: string, raw: unknown, available: number) {
  const parsed = entrySchema.safeParse(raw);
  if (!parsed.success) throw new Fault("fault.safetensors.entry", { name: clip(name), found: shown(raw) });
  const { dtype, shape, data_offsets } = parsed.data;
  const [from, to] = data_offsets;
  if (!isDtype(dtype)) throw unreadable(name, dtype);
  const needed = shape.reduce((product, length) => product * length, 1) * allWidths[dtype];
  if (to - from !== needed) {
    const values = { name: clip(name), found: to - from, dtype, shape: shape.join(", "), needed };
    throw new Fault("fault.safetensors.span", values);
  }
  if (to > available) throw new Fault("fault.safetensors.end", { name: clip(name), end: to, found: available });
  return { dtype, shape, from, to };
}

function unreadable(name: string, dtype: string): Fault {
  const needed = Object.keys(widths).join(", ");
  return new Fault("fault.tensor.dtype", { name: clip(name), found: clip(dtype), needed });
}

function isDtype(text: string): text is Dtype {
  return Object.hasOwn(allWidths, text);
}

/** The format wants the data covered whole, once. */
function checkCoverage(ranges: { readonly name: string; from: number; to: number }[], available: number): void {
  let end = 0;
  let before = "";
  for (const { name, from, to } of ranges.sort((a, b) => a.from - b.from || a.to - b.to)) {
    if (from < end) throw new Fault("fault.safetensors.overlap", { name: clip(name), from, before, end });
    if (from > end) throw new Fault("fault.safetensors.hole", { name: clip(name), from, end });
    end = to;
    before = clip(name);
  }
  if (end !== available) throw new Fault("fault.safetensors.rest", { end, found: available });
}

/** The format is little-endian, as every host of a browser is. */
function decode(name: string, dtype: Dtype, bytes: () => Uint8Array<ArrayBuffer>): Float32Array {
  switch (dtype) {
    case "F32":
      return new Float32Array(bytes().buffer);
    case "I32":
      return Float32Array.from(new Int32Array(bytes().buffer));
    case "I64":
      return Float32Array.from(new BigInt64Array(bytes().buffer), Number);
    case "BF16":
      return fromBrainFloats(new Uint16Array(bytes().buffer));
    case "F16":
      halves ??= Float32Array.from({ length: 65_536 }, (_, bits) => halfToNumber(bits));
      return fromHalves(new Uint16Array(bytes().buffer), halves);
    default:
      throw unreadable(name, dtype);
  }
}

/** A bfloat16 is the upper half of a float32. */
function fromBrainFloats(bits: Uint16Array): Float32Array {
  const result = new Uint32Array(bits.length);
  for (let i = 0; i < bits.length; i++) result[i] = (bits[i] ?? 0) << 16;
  return new Float32Array(result.buffer);
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
