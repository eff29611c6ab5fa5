/**
 * The words that someone who typed an unknown one may have meant. Knows nothing of tokenizers: it is given words.
 */

/** Suggestions at most. */
const most = 3;
/** Longer than any word: pasted text without spaces is not worth comparing. */
const longest = 40;

type Script = "latin" | "han" | "cyrillic" | "arabic" | "other";
const scripts: readonly (readonly [Script, RegExp])[] = [
  ["latin", /\p{Script=Latin}/u],
  ["han", /\p{Script=Han}/u],
  ["cyrillic", /\p{Script=Cyrillic}/u],
  ["arabic", /\p{Script=Arabic}/u],
];

/** The script of a word's first letter. */
function scriptOf(word: string): Script {
  const letter = /\p{L}/u.exec(word)?.[0] ?? "";
  return scripts.find(([, pattern]) => pattern.test(letter))?.[0] ?? "other";
}

/** Edits that a word of that length may need: "teh" one, "elefant" two, "televisoin" three. */
function allowance(length: number): number {
  return length <= 2 ? 1 : length <= 4 ? 1.5 : length <= 7 ? 2 : 3;
}

/**
 * Damerau–Levenshtein distance (insertions, deletions, substitutions, swaps of neighbours), or Infinity above `limit`.
 * "teh" to "the" is 1.
 */
export function distance(a: readonly string[], b: readonly string[], limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return Number.POSITIVE_INFINITY;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1] ? 0 : 1;
      let cost = Math.min((above[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (above[column - 1] ?? 0) + same);
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      current.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return Number.POSITIVE_INFINITY;
    before = above;
    above = current;
  }
  const result = above[b.length] ?? Number.POSITIVE_INFINITY;
  return result > limit ? Number.POSITIVE_INFINITY : result;
}

/** Letters that two words share at their start. */
function sharedStart(a: readonly string[], b: readonly string[]): number {
  let shared = 0;
  while (shared < a.length && a[shared] === b[shared]) shared += 1;
  return shared;
}

/** Accents and case are no difference worth an edit. */
function plain(word: string): string[] {
  return Array.from(word.toLowerCase().normalize("NFD").replace(/\p{M}/gu, ""));
}

interface Known {
  readonly word: string;
  readonly letters: readonly string[];
  readonly script: Script;
}

/** Finds near words in a fixed list; answers are remembered, since a text is read again at every key. */
export class NearestWords {
  private readonly known: readonly Known[];
  private readonly answers = new Map<string, readonly string[]>();

  /** `words` are those that may be offered: of the input's language, without special tokens. */
  constructor(words: Iterable<string>) {
    this.known = Array.from(new Set(words), (word) => ({ word, letters: plain(word), script: scriptOf(word) }));
  }

  /** The nearest known words, best first, at most three; none where nothing is near. */
  find(typed: string): readonly string[] {
    const held = this.answers.get(typed);
    if (held) return held;
    // Bounded, since anything can be pasted.
    if (this.answers.size > 5_000) this.answers.clear();
    const found = this.search(typed);
    this.answers.set(typed, found);
    return found;
  }

  private search(typed: string): readonly string[] {
    const letters = plain(typed.slice(0, longest + 1));
    if (letters.length === 0 || letters.length > longest) return [];
    const script = scriptOf(typed);
    const limit = allowance(letters.length);
    const scored: { word: string; same: boolean; score: number; length: number }[] = [];
    for (const { word, letters: other, script: otherScript } of this.known) {
      const shared = sharedStart(letters, other);
      // "eleph" is on its way to "elephant": a word begun is near whatever follows.
      const begun = letters.length >= 3 && shared === letters.length;
      const edits = begun ? 1 : distance(letters, other, limit);
      // A word of which nothing is left is no suggestion.
      if (edits === Number.POSITIVE_INFINITY || edits >= Math.max(letters.length, other.length)) continue;
      const score = edits - Math.min(shared, 4) * 0.2;
      scored.push({ word, same: script === otherScript, score, length: Math.abs(other.length - letters.length) });
    }
    scored.sort(
      (a, b) =>
        Number(b.same) - Number(a.same) ||
        a.score - b.score ||
        a.length - b.length ||
        // Code units, not the reader's locale: the same everywhere.
        (a.word < b.word ? -1 : 1),
    );
    return scored.slice(0, most).map(({ word }) => word);
  }
}

/** The nearest of `words` to `typed`; for one question. Ask `NearestWords` for many. */
export function nearestWords(typed: string, words: Iterable<string>): readonly string[] {
  return new NearestWords(words).find(typed);
}
