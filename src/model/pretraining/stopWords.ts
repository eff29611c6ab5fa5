/** The words that search engines and topic models used to throw away. */

/** English words that are of grammar alone, as Porter's and van Rijsbergen's lists have them. */
export const stopWords: ReadonlySet<string> = new Set(
  (
    "a about after all also am an and any are as at be because been before being but by can could did do does doing don't " +
    "doesn't down during each for from had has have having he her hers him his how i if in into is isn't it its just me more " +
    "most my no nor not of off on or other our out over own same she should so some such than that the their them then " +
    "there these they this those through to too under until up very was we were what when where which while who whom why " +
    "will with won't would you your yours"
  ).split(" "),
);

export interface MarkedWord {
  readonly text: string;
  readonly stop: boolean;
}

/** Words, signs and spaces of a text in order, stop words marked. */
export function markStopWords(text: string): readonly MarkedWord[] {
  return (text.match(/[\p{L}\p{N}'’]+|[^\p{L}\p{N}'’]+/gu) ?? []).map((piece) => ({
    text: piece,
    stop: stopWords.has(piece.toLowerCase().replace("’", "'")),
  }));
}

/** The text without them. */
export function withoutStopWords(text: string): string {
  return markStopWords(text)
    .filter(({ stop }) => !stop)
    .map((word) => word.text)
    .join("")
    .replace(/\s+/g, " ")
    .replace(/ (?=[,.?!;:])/g, "")
    .replace(/^[,.?!;:\s]+/, "")
    .trim();
}

/** Share of a text's words that are stop words, in [0, 1]; 0 of a text without words. */
export function stopShare(text: string): number {
  const words = markStopWords(text).filter((word) => /[\p{L}\p{N}]/u.test(word.text));
  return words.length === 0 ? 0 : words.filter(({ stop }) => stop).length / words.length;
}
