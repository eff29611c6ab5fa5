import { describe, expect, it } from "vitest";
import { CheckpointError, halfToNumber, readSafetensors } from "./safetensors";

/** A file with that header, and so many bytes of zeros behind it. */
function file(header: unknown, bytes = 0): Uint8Array {
  const text = new TextEncoder().encode(typeof header === "string" ? header : JSON.stringify(header));
  const result = new Uint8Array(8 + text.length + bytes);
  new DataView(result.buffer).setBigUint64(0, BigInt(text.length), true);
  result.set(text, 8);
  return result;
}
const entry = (dtype: string, shape: unknown, from: unknown, to: unknown) => ({
  dtype,
  shape,
  data_offsets: [from, to],
});

describe("a safetensors file", () => {
  it("gives its tensors by name, the metadata aside", () => {
    const bytes = file(
      { __metadata__: { format: "pt" }, a: entry("F32", [2], 0, 8), b: entry("BF16", [1, 2], 8, 12) },
      12,
    );
    const view = new DataView(bytes.buffer);
    view.setFloat32(bytes.length - 8, 1.5, true);
    view.setUint16(bytes.length - 4, 0xc040, true);
    const tensors = readSafetensors(bytes);
    expect([...tensors.keys()]).toEqual(["a", "b"]);
    expect([...(tensors.get("a")?.read() ?? [])]).toEqual([0, 1.5]);
    expect([...(tensors.get("b")?.read() ?? [])]).toEqual([-3, 0]);
    expect(tensors.get("b")?.shape).toEqual([1, 2]);
  });

  it.each([
    [0x3c00, 1],
    [0xc000, -2],
    [0x0001, 2 ** -24],
    [0x03ff, 1023 * 2 ** -24],
    [0x7bff, 65504],
    [0x7c00, Number.POSITIVE_INFINITY],
    [0xfc00, Number.NEGATIVE_INFINITY],
    [0x7e00, Number.NaN],
  ])("reads the half-precision bits %i as %d", (bits, value) => {
    expect(halfToNumber(bits)).toBe(value);
  });

  const huge = file({});
  new DataView(huge.buffer).setBigUint64(0, 2n ** 60n, true);
  it.each<[string, Uint8Array, RegExp]>([
    ["is empty", new Uint8Array(0), /has 0 bytes; a header needs at least 8/],
    ["claims a header beyond its end", huge, /claims 1152921504606846976 bytes; the file has 2/],
    ["has no JSON", file("{not json"), /not a JSON object/],
    ["has a list for a header", file([1]), /not a JSON object/],
    ["names an unknown dtype", file({ a: entry("F8", [1], 0, 1) }, 1), /a: the dtype is F8; F32/],
    ["names an inherited property as dtype", file({ a: entry("toString", [1], 0, 1) }, 1), /a: the dtype is toString/],
    [
      "has offsets that do not fit the shape",
      file({ a: entry("F32", [3], 0, 8) }, 8),
      /a: the offsets span 8.*needs 12/,
    ],
    [
      "has offsets beyond the data",
      file({ a: entry("F32", [2], 0, 8) }, 4),
      /a: the data ends at byte 8; the file has 4/,
    ],
    ["has a negative length", file({ a: entry("F32", [-1], 0, 4) }, 4), /a: the header has/],
    ["has a fractional offset", file({ a: entry("F32", [1], 0.5, 4.5) }, 5), /a: the header has/],
    ["has a shape that overflows", file({ a: entry("F32", [2 ** 50, 2 ** 50], 0, 4) }, 4), /a: the offsets span 4/],
    ["has backward offsets", file({ a: entry("F32", [1], 4, 0) }, 4), /a: the offsets span -4/],
    ["lacks the shape", file({ a: { dtype: "F32", data_offsets: [0, 4] } }, 4), /a: the header has/],
    ["has overlapping tensors", file({ a: entry("F32", [2], 0, 8), b: entry("F32", [1], 4, 8) }, 8), /b: .*overlaps a/],
    ["has a hole", file({ a: entry("F32", [1], 0, 4), b: entry("F32", [1], 8, 12) }, 12), /b: .*hole after a/],
    ["has bytes that no tensor owns", file({ a: entry("F32", [1], 0, 4) }, 6), /end at byte 4; the file has 6/],
    ["has a tensor without a name", file({ "": entry("F32", [1], 0, 4) }, 4), /empty name/],
  ])("is refused with both values when it %s", (_, bytes, message) => {
    expect(() => readSafetensors(bytes)).toThrow(CheckpointError);
    expect(() => readSafetensors(bytes)).toThrow(message);
  });
});
