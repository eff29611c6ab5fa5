/** What a sentence means, before it is put into any language. */
import type { Adjective, frequencies, modals, Noun, Preposition, times, Verb } from "./lexicon";

export type Pronoun = "i" | "you" | "he" | "she" | "we" | "they";

/**
 * generic: apples (as in "I like apples"); partitive: an amount of bread; any: after "not", for several;
 * a pronoun: that one's.
 */
export type Determiner =
  | "the"
  | "a"
  | "this"
  | "that"
  | "some"
  | "any"
  | "generic"
  | "partitive"
  /** Of what is not there yet. */
  | "none"
  | Pronoun
  | { readonly count: number };

export interface NounPhrase {
  readonly kind: "noun";
  readonly noun: Noun;
  readonly plural: boolean;
  readonly determiner: Determiner;
  readonly adjective: Adjective | null;
  /** Whose it is; `apostrophe` says "the king 's car" where English has both ways. */
  readonly owner: { readonly phrase: NounPhrase; readonly apostrophe: boolean } | null;
}

export type Subject =
  | NounPhrase
  | { readonly kind: "pronoun"; readonly pronoun: Pronoun }
  | { readonly kind: "and"; readonly left: NounPhrase; readonly right: NounPhrase }
  | { readonly kind: "who" };

export interface Place {
  readonly preposition: Preposition;
  readonly phrase: NounPhrase;
}

export type Predicate =
  | {
      readonly kind: "adjective";
      readonly adjective: Adjective;
      readonly degree: "very" | "too" | null;
      /** old but fast */
      readonly but: Adjective | null;
    }
  | { readonly kind: "profession"; readonly noun: Noun }
  | { readonly kind: "at"; readonly place: Place }
  | {
      readonly kind: "verb";
      readonly verb: Verb;
      readonly object: NounPhrase | "what" | null;
      readonly recipient: NounPhrase | null;
      readonly place: Place | "where" | null;
    }
  /** go to, come from, live in */
  | { readonly kind: "motion"; readonly verb: Verb; readonly place: NounPhrase | "where" };

export type Mood = "simple" | "progressive" | (typeof modals)[number];

export type Sentence =
  | {
      readonly kind: "clause";
      readonly subject: Subject;
      readonly predicate: Predicate;
      readonly mood: Mood;
      readonly negated: boolean;
      readonly question: boolean;
      readonly frequency: (typeof frequencies)[number] | null;
      readonly time: (typeof times)[number] | null;
      /** English writes "don't". */
      readonly contracted: boolean;
      readonly stop: boolean;
    }
  | { readonly kind: "where"; readonly subject: NounPhrase }
  | {
      readonly kind: "exists";
      readonly phrase: NounPhrase;
      readonly place: Place;
      readonly negated: boolean;
      readonly question: boolean;
      readonly stop: boolean;
    };

/** What can be put into words: a sentence, or as much of one as is there while it is typed. */
export type Said =
  | Sentence
  /** Nothing but who or what it is about. */
  | { readonly kind: "subject"; readonly subject: Subject }
  /** Without end marks. */
  | { readonly kind: "cut"; readonly said: Said };

export type Clause = Extract<Sentence, { kind: "clause" }>;

/** Every noun phrase in a sentence, owners left out. */
export function subjectPhrases(subject: Subject): readonly NounPhrase[] {
  if (subject.kind === "noun") return [subject];
  return subject.kind === "and" ? [subject.left, subject.right] : [];
}

/** Word pairs whose combination the split may hold out: noun with adjective, subject with verb. */
export function pairsOf(sentence: Sentence): readonly string[] {
  const pairs: string[] = [];
  const described = (phrase: NounPhrase) => {
    if (phrase.adjective) pairs.push(`${phrase.noun.en} ${phrase.adjective.en}`);
  };
  if (sentence.kind === "where") {
    described(sentence.subject);
    return pairs;
  }
  if (sentence.kind === "exists") {
    described(sentence.phrase);
    described(sentence.place.phrase);
    return pairs;
  }
  const { predicate } = sentence;
  for (const phrase of subjectPhrases(sentence.subject)) {
    described(phrase);
    if (predicate.kind === "adjective") {
      pairs.push(`${phrase.noun.en} ${predicate.adjective.en}`);
      if (predicate.but) pairs.push(`${phrase.noun.en} ${predicate.but.en}`);
    }
    if (predicate.kind === "verb" || predicate.kind === "motion") pairs.push(`${phrase.noun.en} ${predicate.verb.en}`);
  }
  if (predicate.kind === "verb") {
    for (const phrase of [predicate.object, predicate.recipient]) {
      if (phrase !== null && phrase !== "what") described(phrase);
    }
    if (predicate.place !== null && predicate.place !== "where") described(predicate.place.phrase);
  }
  if (predicate.kind === "motion" && predicate.place !== "where") described(predicate.place);
  if (predicate.kind === "at") described(predicate.place.phrase);
  return pairs;
}

/** Person as the French tables count it: je 0, tu 1, il 2, nous 3, vous 4, ils 5. */
export function personOf(subject: Subject): 0 | 1 | 2 | 3 | 5 {
  switch (subject.kind) {
    case "pronoun":
      return ({ i: 0, you: 1, he: 2, she: 2, we: 3, they: 5 } as const)[subject.pronoun];
    case "noun":
      return subject.plural ? 5 : 2;
    case "and":
      return 5;
    case "who":
      return 2;
  }
}
