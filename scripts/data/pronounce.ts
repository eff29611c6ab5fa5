/** The data of `pronounce`: words of the CMU Pronouncing Dictionary and how they are said. */
import { dictionary } from "cmu-pronouncing-dictionary";
import { writeRows } from "./files";
import { fnv1a, type Side } from "./split";
import { wordLevelFile } from "./wordLevel";

export interface Entry {
  /** Letters a–z and apostrophes. */
  readonly word: string;
  /** Every listed pronunciation, as phonemes of ARPAbet with stress: AH0. */
  readonly pronunciations: readonly (readonly string[])[];
  readonly side: Side;
}

/** Five words in a hundred are for the test; how else a word is said, `word(2)`, goes with `word`. */
function sideOfWord(word: string): Side {
  const place = fnv1a(word) % 100;
  return place < 5 ? "test" : place === 5 ? "valid" : "train";
}

/** Words with other characters (digits, points, hyphens) are left out; remarks such as `# place, danish` are cut off. */
export function entries(lines: Readonly<Record<string, string>> = dictionary): readonly Entry[] {
  const found = new Map<string, string[]>();
  for (const [key, said] of Object.entries(lines)) {
    const word = /^([a-z']+)(?:\(\d+\))?$/.exec(key)?.[1];
    if (word === undefined) continue;
    const known = found.get(word) ?? [];
    const phonemes = said.replace(/\s*#.*$/, "");
    found.set(word, known.includes(phonemes) ? known : [...known, phonemes]);
  }
  return [...found].map(([word, said]) => ({
    word,
    pronunciations: said.map((one) => one.split(" ")),
    side: sideOfWord(word),
  }));
}

/** One vocabulary for both sides, letters first. Letters are small and phonemes capital, so none is both. */
function pronounceTokenizer(all: readonly Entry[]): { readonly file: object; readonly letters: number } {
  const specials = ["<pad>", "<unk>", "<end>", "<say>"];
  const letters = [...new Set(all.flatMap(({ word }) => [...word]))].sort();
  const phonemes = [...new Set(all.flatMap(({ pronunciations }) => pronunciations.flat()))].sort();
  const normalizers = [
    { type: "NFC" },
    { type: "Lowercase" },
    { type: "Replace", pattern: { String: "’" }, content: "'" },
  ];
  const file = wordLevelFile({ specials, words: [...letters, ...phonemes], word: "\\S", normalizers });
  return { file, letters: specials.length + letters.length };
}

/** A line: the word, then its pronunciations. */
export function pronounce(folder: string): object {
  const all = entries();
  const rows = all.map(({ word, pronunciations, side }) => ({
    side,
    cells: [word, ...pronunciations.map((one) => one.join(" "))],
  }));
  const { file, letters } = pronounceTokenizer(all);
  return writeRows(folder, file, rows, { sourceLimit: letters });
}
