/** Where in a text, as typed, the words of its normalised form stand. Knows nothing of vocabularies. */

/** A normalised text, and the place in the typed text of each of its UTF-16 units. */
export interface Normalised {
  readonly text: string;
  /** For each unit of `text`: where the typed piece that it came from starts and ends. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/**
 * Normalises piece by piece (character by character, else with combining marks kept together), so that places are known.
 * null where the pieces do not add up to the whole, for a normaliser that looks further than that.
 */
export function normalise(typed: string, normalizer: ((text: string) => string) | null): Normalised | null {
  const whole = normalizer ? normalizer(typed) : typed;
  // Normalisers that strip are tried on the text without its outer spaces, inside which nothing is stripped.
  const first = typed.length - typed.trimStart().length;
  const trimmed = typed.trim();
  return (
    inPieces(Array.from(typed), 0, whole, normalizer, false) ??
    inPieces(Array.from(trimmed), first, whole, normalizer, true) ??
    inPieces(graphemes(trimmed), first, whole, normalizer, true)
  );
}

function graphemes(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

function inPieces(
  pieces: readonly string[],
  first: number,
  whole: string,
  normalizer: ((text: string) => string) | null,
  keepSpaces: boolean,
): Normalised | null {
  const starts: number[] = [];
  const ends: number[] = [];
  let text = "";
  let place = first;
  for (const piece of pieces) {
    let normal = normalizer ? normalizer(piece) : piece;
    if (keepSpaces && normal === "" && piece.trim() === "") normal = piece;
    for (let unit = 0; unit < normal.length; unit++) {
      starts.push(place);
      ends.push(place + piece.length);
    }
    text += normal;
    place += piece.length;
  }
  return text === whole ? { text, starts: Int32Array.from(starts), ends: Int32Array.from(ends) } : null;
}

/** A piece of the typed text, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The typed span of units `from` to `to` (not included) of a normalised text. */
export function spanOf({ starts, ends }: Normalised, from: number, to: number): Span {
  const start = starts[from] ?? ends.at(-1) ?? 0;
  return { start, end: to > from ? (ends[to - 1] ?? start) : start };
}
