import type { StackToken } from "../../engine/protocol";

/** The text with one of its tokens replaced; unchanged where the token does not stand there (any more). */
export function replaceToken(
  text: string,
  { place, text: was }: Pick<StackToken, "place" | "text">,
  word: string,
): string {
  if (place === null || text.slice(place.start, place.end) !== was) return text;
  return text.slice(0, place.start) + word + text.slice(place.end);
}
