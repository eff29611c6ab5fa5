/** The sentences that the translate model learns from, and those that it is tested on. */
import { fnv1a } from "../data/split";
import { chinese } from "./chinese";
import { cuts } from "./cut";
import { english } from "./english";
import { french } from "./french";
import { unknownWord } from "./lexicon";
import { pairsOf, type Said, type Sentence } from "./meaning";
import { random, Sampler } from "./sample";

/** One sentence in three languages, as words with a space between them. */
export interface Example {
  readonly en: string;
  readonly fr: string;
  readonly zh: string;
}

/** Longer sentences are left out, so that all fit the model. */
const greatestLength = 20;
const testSeed = 20_170_612;

/** One pair of words in ten (noun with adjective, subject with verb) never occurs in training. */
export function isHeldOut(pair: string): boolean {
  return fnv1a(pair) % 10 === 0;
}

export function write(sentence: Said): Example {
  return { en: english(sentence).join(" "), fr: french(sentence).join(" "), zh: chinese(sentence).join(" ") };
}

function* different(seed: number, wanted: (sentence: Sentence) => boolean): Generator<Example> {
  const sampler = new Sampler(seed);
  const seen = new Set<string>();
  for (;;) {
    const sentence = sampler.sentence();
    if (!wanted(sentence)) continue;
    const example = write(sentence);
    const longest = Math.max(...Object.values(example).map((text: string) => text.split(" ").length));
    if (seen.has(example.en) || longest > greatestLength) continue;
    seen.add(example.en);
    yield example;
  }
}

function take(count: number, from: Generator<Example>): Example[] {
  const taken: Example[] = [];
  for (const example of from) {
    taken.push(example);
    if (taken.length === count) break;
  }
  return taken;
}

/** Different sentences, none with a held-out pair. */
export function trainingSet(count: number, seed: number): Example[] {
  return take(
    count,
    different(seed, (sentence) => !pairsOf(sentence).some(isHeldOut)),
  );
}

/** Sentences as they stand while they are typed, as often as typing leads to them; none with a held-out pair. */
export function unfinishedSet(count: number, seed: number): Example[] {
  const sampler = new Sampler(seed);
  const next = random(seed);
  const taken: Example[] = [];
  while (taken.length < count) {
    const sentence = sampler.sentence();
    const all = pairsOf(sentence).some(isHeldOut) ? [] : cuts(sentence);
    const cut = all[Math.floor(next() * all.length)];
    if (cut && english(sentence).length <= greatestLength) taken.push(write(cut));
  }
  return taken;
}

/** Different sentences, each with at least one pair that training never shows. */
export function testSet(count = 1000): Example[] {
  const wanted = (sentence: Sentence) => pairsOf(sentence).some(isHeldOut) && !english(sentence).includes(unknownWord);
  return take(count, different(testSeed, wanted));
}
