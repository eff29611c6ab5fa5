/**
 * Words as a reader writes them: `separator` between them, but none after an elided word (l', d') or before a full
 * stop or comma. French keeps its space before a question mark.
 */
export function joinWords(words: readonly string[], separator: string): string {
  let text = "";
  for (const word of words) {
    const close = text === "" || text.endsWith("'") || word === "." || word === ",";
    text += close ? word : separator + word;
  }
  return text;
}
