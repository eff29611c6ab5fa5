/**
 * The visible characters that byte-level BPE (GPT-2) writes for bytes: "Ġ" is a space, "Ċ" a new line; and bytes as a
 * reader can read them, also where they are only part of a character.
 */

/** Bytes that are their own character: those that Latin-1 prints. The others take the characters from U+0100 on, in order. */
function printed(byte: number): boolean {
  return (byte >= 0x21 && byte <= 0x7e) || (byte >= 0xa1 && byte <= 0xac) || byte >= 0xae;
}

const byteOf = new Map<string, number>();
const characters: string[] = [];
for (let byte = 0, others = 0; byte < 256; byte++) {
  const character = String.fromCharCode(printed(byte) ? byte : 0x100 + others++);
  byteOf.set(character, byte);
  characters.push(character);
}

/** What byte-level BPE writes for a text (its UTF-8) or for bytes: one character a byte. */
export function byteCharacters(text: string | Uint8Array): string {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  return Array.from(bytes, (byte) => characters[byte]).join("");
}

/** The bytes that a token stands for; null where it is not written in byte characters. */
export function bytesOf(token: string): Uint8Array | null {
  const bytes: number[] = [];
  for (const character of token) {
    const byte = byteOf.get(character);
    if (byte === undefined) return null;
    bytes.push(byte);
  }
  return Uint8Array.from(bytes);
}

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function decoded(bytes: Uint8Array): string | null {
  try {
    return strict.decode(bytes);
  } catch {
    return null;
  }
}

/** The text that a token stands for; null where its bytes are only part of a character. */
export function textOfBytes(token: string): string | null {
  const bytes = bytesOf(token);
  return bytes && decoded(bytes);
}

/** 0xE4 0xBD → "E4 BD". */
export function hexadecimal(bytes: Iterable<number>): string {
  return Array.from(bytes, (byte) => byte.toString(16).toUpperCase().padStart(2, "0")).join(" ");
}

/** Bytes as text; those that make no character, alone or with their neighbours, as "⟨E4 BD⟩". */
export function readable(bytes: Uint8Array): string {
  let text = "";
  let lone: number[] = [];
  for (let at = 0; at < bytes.length; ) {
    // No character of UTF-8 takes more than four bytes.
    const lengths = [1, 2, 3, 4].filter((length) => at + length <= bytes.length);
    const length = lengths.find((candidate) => decoded(bytes.subarray(at, at + candidate)) !== null);
    const character = length === undefined ? null : decoded(bytes.subarray(at, at + length));
    if (length === undefined || character === null || character === "\ufffd") {
      lone.push(...bytes.subarray(at, at + (length ?? 1)));
      at += length ?? 1;
      continue;
    }
    if (lone.length > 0) text += `⟨${hexadecimal(lone)}⟩`;
    lone = [];
    text += character;
    at += length;
  }
  return lone.length > 0 ? `${text}⟨${hexadecimal(lone)}⟩` : text;
}
