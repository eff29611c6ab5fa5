/** Arrays of floats as text, in JSON: base64 of 32-bit little-endian floats. */

export interface EncodedArray {
  readonly shape: readonly number[];
  readonly floats: string;
}

export function encodeArray(shape: readonly number[], data: Float32Array): EncodedArray {
  return { shape, floats: Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString("base64") };
}
