import { describe, expect, it } from "vitest";
import { Fault } from "../fault";
import { halfToNumber, readSafetensors } from "./safetensors";

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

  it("decodes a file that stands at an odd place of Node's own Buffer", () => {
    const bytes = file({ a: entry("F16", [2], 0, 4), b: entry("F32", [1], 4, 8), c: entry("I64", [1], 8, 16) }, 16);
    const view = new DataView(bytes.buffer);
    view.setUint16(bytes.length - 16, 0x3555, true);
    view.setUint16(bytes.length - 14, 0x8001, true);
    view.setFloat32(bytes.length - 12, -0.1, true);
    view.setBigInt64(bytes.length - 8, -7n, true);
    const tensors = readSafetensors(Buffer.concat([Buffer.alloc(3), bytes]).subarray(3));
    expect([...(tensors.get("a")?.read() ?? [])]).toEqual([0.333251953125, -(2 ** -24)]);
    expect([...(tensors.get("b")?.read() ?? [])]).toEqual([Math.fround(-0.1)]);
    expect([...(tensors.get("c")?.read() ?? [])]).toEqual([-7]);
  });

  it("decodes every pattern of bfloat16, infinities, NaN and subnormals included", () => {
    const bits = [0x7f80, 0xff80, 0x7fc0, 0x0001, 0x8000, 0x3f80];
    const bytes = file({ a: entry("BF16", [6], 0, 12) }, 12);
    bits.forEach((half, i) => {
      new DataView(bytes.buffer).setUint16(bytes.length - 12 + 2 * i, half, true);
    });
    const inf = Number.POSITIVE_INFINITY;
    expect([...(readSafetensors(bytes).get("a")?.read() ?? [])]).toEqual([inf, -inf, Number.NaN, 2 ** -133, -0, 1]);
  });

  it("may hold masks of truth values, which are refused only when read", () => {
    const mask = readSafetensors(file({ mask: entry("BOOL", [2, 2], 0, 4) }, 4)).get("mask");
    expect(mask?.shape).toEqual([2, 2]);
    expect(() => mask?.read()).toThrow("mask: its dtype is BOOL; F32, F16, BF16, I32, I64 can be read.");
  });

  it("keeps a tensor that is named as what every object has", () => {
    const tensors = readSafetensors(file({ constructor: entry("F32", [0], 0, 0) }));
    expect([...tensors.keys()]).toEqual(["constructor"]);
    expect(tensors.get("toString")).toBeUndefined();
  });

  const huge = file({});
  new DataView(huge.buffer).setBigUint64(0, 2n ** 60n, true);
  it.each<[string, Uint8Array, RegExp]>([
    ["is empty", new Uint8Array(0), /has 0 bytes; a header needs at least 8/],
    ["claims a header beyond its end", huge, /claims 1152921504606846976 bytes; the file has 2/],
    ["has no JSON", file("{not json"), /not a JSON object/],
    ["has a list for a header", file([1]), /not a JSON object/],
    ["names an unknown dtype", file({ a: entry("F8", [1], 0, 1) }, 1), /a: its dtype is F8; F32/],
    ["names an inherited property as dtype", file({ a: entry("toString", [1], 0, 1) }, 1), /a: its dtype is toString/],
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
    ["has a hole", file({ a: entry("F32", [1], 0, 4), b: entry("F32", [1], 8, 12) }, 12), /b: .*leaves a hole/],
    ["has bytes that no tensor owns", file({ a: entry("F32", [1], 0, 4) }, 6), /end at byte 4; the file has 6/],
    [
      "names a tensor twice",
      file(
        '{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"\\u0061":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}',
        4,
      ),
      /a: the header has it twice; once is needed/,
    ],
    ["names a tensor __proto__", file('{"__proto__":{"dtype":"F32","shape":[0],"data_offsets":[0,0]}}'), /__proto__: /],
    ["has metadata that is no text", file({ __metadata__: { format: 1 } }), /__metadata__: .*an object of texts/],
    ["has a list for metadata", file({ __metadata__: [] }), /__metadata__: .*an object of texts/],
    ["has more dimensions than any tensor", file({ a: entry("F32", Array(9).fill(1), 0, 4) }, 4), /a: the header has/],
    ["has a key that safetensors lacks", file({ a: { ...entry("F32", [1], 0, 4), more: 1 } }, 4), /a: the header has/],
    ["has only seven bytes", new Uint8Array(7), /has 7 bytes/],
    ["is not UTF-8", Uint8Array.from([2, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xfe]), /not a JSON object in UTF-8/],
    ["has null for a header", file("null"), /not a JSON object/],
    ["has null for a tensor", file({ a: null }), /a: the header has null/],
    ["has a tensor without a name", file({ "": entry("F32", [1], 0, 4) }, 4), /empty name/],
  ])("is refused with both values when it %s", (_, bytes, message) => {
    expect(() => readSafetensors(bytes)).toThrow(Fault);
    expect(() => readSafetensors(bytes)).toThrow(message);
  });
});
