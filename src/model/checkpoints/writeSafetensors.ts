/** Writes the safetensors format, in float32 (https://github.com/huggingface/safetensors#format). Knows nothing of models. */
import type { Parameter } from "../parameters";

export function writeSafetensors(tensors: ReadonlyMap<string, Parameter>): Uint8Array<ArrayBuffer> {
  const header: Record<string, unknown> = {};
  let offset = 0;
  for (const [name, { shape, data }] of tensors) {
    header[name] = { dtype: "F32", shape, data_offsets: [offset, offset + data.byteLength] };
    offset += data.byteLength;
  }
  const text = new TextEncoder().encode(JSON.stringify(header));
  // Spaces after the header, so that the numbers lie at whole words.
  const length = Math.ceil(text.length / 8) * 8;
  const file = new Uint8Array(8 + length + offset).fill(0x20, 8 + text.length, 8 + length);
  new DataView(file.buffer).setBigUint64(0, BigInt(length), true);
  file.set(text, 8);
  let at = 8 + length;
  for (const { data } of tensors.values()) {
    file.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), at);
    at += data.byteLength;
  }
  return file;
}
