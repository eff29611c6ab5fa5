/**
 * Which side of the split an item is on. It depends on the item's text alone, so it is the same in every run and for
 * every model, whatever else is in the data.
 */
export type Side = "train" | "valid" | "test";

/** Shares of the validation and of the test set, in hundredths. */
const held = { valid: 1, test: 3 };

/** FNV-1a over UTF-8, 32 bits (http://www.isthe.com/chongo/tech/comp/fnv/). */
export function fnv1a(text: string): number {
  let state = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) state = Math.imul(state ^ byte, 0x01000193) >>> 0;
  return state;
}

/** FNV-1a with its bits mixed once more at the end. */
export function hash(text: string): number {
  let state = fnv1a(text);
  // The low bits of FNV-1a alone are uneven for short texts that differ in the last letters (finaliser of MurmurHash3).
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  return (state ^ (state >>> 16)) >>> 0;
}

/** The side of an item; items that must not be torn apart (one definition under several words) share their `text`. */
export function sideOf(text: string): Side {
  const place = hash(text) % 100;
  if (place < held.test) return "test";
  return place < held.test + held.valid ? "valid" : "train";
}
