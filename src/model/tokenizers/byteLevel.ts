/** The visible characters that byte-level BPE (GPT-2) writes for bytes: "Ġ" is a space, "Ċ" a new line. */

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

/** The text that a token stands for; null where its bytes are only part of a character. */
export function textOfBytes(token: string): string | null {
  const bytes = bytesOf(token);
  if (bytes === null) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
