/** What of a token's text would not show is given a sign: spaces at its ends, line breaks, characters without a shape. */
export function visible(text: string): string {
  const shown = text
    .replace(/^ +| +$/g, (spaces) => "·".repeat(spaces.length))
    .replaceAll("\n", "↵")
    .replaceAll("\t", "⇥");
  // Among letters they do no harm, and joiners hold emoji together; alone there would be nothing to see.
  return /[^\p{C}\p{Z}]/u.test(shown) ? shown : Array.from(shown, codePoint).join("");
}

/** [0xE4, 0xBD] → "E4 BD", for the hover of a token. */
export function hexadecimal(bytes: readonly number[]): string {
  return bytes.map((byte) => byte.toString(16).toUpperCase().padStart(2, "0")).join(" ");
}

/** "⟨U+200B⟩". */
function codePoint(character: string): string {
  return `⟨U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}⟩`;
}
