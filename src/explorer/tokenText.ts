/** What of a token's text would not show is given a sign: spaces at its ends, line breaks. */
export function visible(text: string): string {
  return text
    .replace(/^ +| +$/g, (spaces) => "·".repeat(spaces.length))
    .replaceAll("\n", "↵")
    .replaceAll("\t", "⇥");
}
