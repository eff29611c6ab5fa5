import { describe, expect, it } from "vitest";
import { bytesOf, readable, textOfBytes } from "./byteLevel";

const of = (...bytes: number[]) => readable(Uint8Array.from(bytes));

describe("bytes as text", () => {
  it.each<[string, number[], string]>([
    ["letters", [0x61, 0x62], "ab"],
    ["a whole character of three bytes", [0xe4, 0xbd, 0xa0], "你"],
    ["a whole character of four bytes", [0xf0, 0x9f, 0x98, 0x80], "😀"],
    ["the start of a character", [0xe4, 0xbd], "⟨E4 BD⟩"],
    ["the end of a character", [0xa0], "⟨A0⟩"],
    ["a space and the start of a character", [0x20, 0xe4], " ⟨E4⟩"],
    ["the end of one and the whole of another", [0xbd, 0xa0, 0xc3, 0xa9], "⟨BD A0⟩é"],
    ["bytes that no text has", [0xff, 0x61, 0xc0, 0x80], "⟨FF⟩a⟨C0 80⟩"],
    ["the stand-in for what cannot be read", [0xef, 0xbf, 0xbd], "⟨EF BF BD⟩"],
    ["nothing", [], ""],
  ])("are readable where they are %s", (_, bytes, text) => {
    expect(of(...bytes)).toBe(text);
  });

  it("never show the stand-in for what cannot be read, whatever they are", () => {
    for (let first = 0; first < 256; first++) {
      for (const second of [0x00, 0x41, 0x80, 0xbf, 0xc3, 0xef])
        expect(of(first, second, 0x80)).not.toContain("\ufffd");
    }
  });

  it("are those of GPT-2's characters", () => {
    expect(textOfBytes("Ġthe")).toBe(" the");
    expect(textOfBytes("ä½ł")).toBe("你");
    expect(textOfBytes("ä½")).toBeNull();
    expect([...(bytesOf("ä½") ?? [])]).toEqual([0xe4, 0xbd]);
    expect(bytesOf("你")).toBeNull();
  });
});
