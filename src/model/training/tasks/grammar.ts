/** English into French with a grammar of a few dozen words: articles and adjectives agree, most adjectives follow. */
import { oneOf, type TrainingTask } from "./task";

interface Noun {
  readonly english: string;
  readonly french: string;
  readonly feminine: boolean;
}
const noun = (english: string, french: string, feminine = false): Noun => ({ english, french, feminine });
const nouns = [
  noun("cat", "chat"),
  noun("dog", "chien"),
  noun("bird", "canard"),
  noun("king", "roi"),
  noun("cow", "vache", true),
  noun("queen", "reine", true),
  noun("girl", "fille", true),
  noun("mouse", "souris", true),
];
/** [English, masculine, feminine, before its noun] */
const adjectives = [
  ["small", "petit", "petite", true],
  ["big", "grand", "grande", true],
  ["green", "vert", "verte", false],
  ["black", "noir", "noire", false],
  ["white", "blanc", "blanche", false],
] as const;
const articles = [
  ["the", "le", "la"],
  ["a", "un", "une"],
  ["this", "ce", "cette"],
  ["my", "mon", "ma"],
] as const;
const verbs = [
  ["sees", "voit"],
  ["loves", "aime"],
  ["hears", "entend"],
  ["finds", "trouve"],
  ["follows", "suit"],
] as const;

function phrase(random: () => number): { readonly english: readonly string[]; readonly french: readonly string[] } {
  const { english, french, feminine } = oneOf(nouns, random);
  const article = oneOf(articles, random);
  const adjective = random() < 0.5 ? oneOf(adjectives, random) : null;
  const the = article[feminine ? 2 : 1];
  if (adjective === null) return { english: [article[0], english], french: [the, french] };
  const agreeing = adjective[feminine ? 2 : 1];
  return {
    english: [article[0], adjective[0], english],
    french: adjective[3] ? [the, agreeing, french] : [the, french, agreeing],
  };
}

const symbols = new Set([
  ...nouns.flatMap(({ english, french }) => [english, french]),
  ...adjectives.flat().filter((word) => typeof word === "string"),
  ...articles.flat(),
  ...verbs.flat(),
]);

export const grammar: TrainingTask = {
  symbols: [...symbols],
  separator: " ",
  longestSource: 7,
  longestTarget: 7,
  draw(random) {
    const [subject, verb, object] = [phrase(random), oneOf(verbs, random), phrase(random)];
    return {
      source: [...subject.english, verb[0], ...object.english],
      target: [...subject.french, verb[1], ...object.french],
    };
  },
};
