/** Sentences at random, all from one seed. */
import {
  type Adjective,
  adjectives,
  come,
  frequencies,
  giving,
  go,
  live,
  modals,
  type Noun,
  type NounClass,
  nouns,
  numerals,
  prepositions,
  times,
  unknownWord,
  type Verb,
  verbs,
} from "./lexicon";
import type { Clause, Determiner, Mood, NounPhrase, Place, Predicate, Pronoun, Sentence, Subject } from "./meaning";

const pronouns: readonly Pronoun[] = ["i", "you", "he", "she", "we", "they"];

/** Numbers in [0, 1) that are the same for the same seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface PhraseWishes {
  readonly place?: boolean;
  readonly subject?: boolean;
  readonly generic?: boolean;
  readonly negated?: boolean;
}

/** So often a noun is one that the model does not know. */
const unknownShare = 0.02;

/** The model learns to hand an unknown noun on as such. */
function unknownLike(noun: Noun): Noun {
  const word = unknownWord;
  return {
    ...noun,
    en: word,
    enPlural: word,
    fr: word,
    frPlural: word,
    zh: word,
    gender: "m",
    measure: "个",
    role: null,
  };
}

export class Sampler {
  private readonly next: () => number;

  constructor(seed: number) {
    this.next = random(seed);
  }

  sentence(): Sentence {
    const share = this.next();
    if (share < 0.03) return { kind: "where", subject: this.phrase(this.noun(this.pick(classes))) };
    if (share < 0.09) return this.exists();
    return this.clause();
  }

  private chance(probability: number): boolean {
    return this.next() < probability;
  }

  private pick<T>(options: readonly T[]): T {
    const found = options[Math.floor(this.next() * options.length)];
    if (found === undefined) throw new Error("Nothing to choose from.");
    return found;
  }

  private noun(is: NounClass): Noun {
    return this.pick(nouns.filter((noun) => noun.is === is));
  }

  private adjectiveFor(is: NounClass, not: Adjective | null = null): Adjective | null {
    const fitting = adjectives.filter((adjective) => adjective.of.includes(is) && adjective !== not);
    return fitting.length > 0 ? this.pick(fitting) : null;
  }

  private phrase(noun: Noun, wishes: PhraseWishes = {}): NounPhrase {
    const phrase = this.knownPhrase(noun, wishes);
    return !phrase.plural && this.chance(unknownShare) ? { ...phrase, noun: unknownLike(noun) } : phrase;
  }

  private knownPhrase(noun: Noun, wishes: PhraseWishes): NounPhrase {
    const mass = noun.is === "mass" || noun.is === "drink";
    const base = { kind: "noun", noun, adjective: null, owner: null } as const;
    const adjective = this.chance(0.3) ? this.adjectiveFor(noun.is) : null;
    if (wishes.generic && this.chance(0.5)) return { ...base, plural: !mass, determiner: "generic" };
    if (this.chance(0.08)) {
      const owner = this.phrase(this.pick(nouns.filter(({ is }) => is === "person" || is === "animal")), {
        subject: true,
      });
      if (owner.owner === null && typeof owner.determiner === "string" && owner.determiner !== "some") {
        const plural = !mass && this.chance(0.2);
        const phrase = { ...owner, adjective: null };
        return { ...base, plural, determiner: "the", owner: { phrase, apostrophe: this.chance(0.5) } };
      }
    }
    if (mass) {
      const options: Determiner[] = ["the", "this", this.pick(pronouns)];
      if (!wishes.subject && !wishes.place) options.push("partitive", "partitive", "partitive");
      if (!wishes.subject && !wishes.negated) options.push("some");
      return { ...base, adjective, plural: false, determiner: this.pick(options) };
    }
    const share = this.next();
    const indefinite = !wishes.place && !wishes.subject;
    const plural = this.chance(wishes.place ? 0.08 : 0.3);
    if (share < 0.45) return { ...base, adjective, plural, determiner: "the" };
    if (share < 0.6 && indefinite) {
      if (plural) return { ...base, adjective, plural, determiner: wishes.negated ? "any" : "some" };
      return { ...base, adjective, plural, determiner: "a" };
    }
    if (share < 0.74) return { ...base, adjective, plural, determiner: this.pick(pronouns) };
    if (share < 0.88 || wishes.place) return { ...base, adjective, plural, determiner: this.pick(["this", "that"]) };
    return { ...base, adjective, plural: true, determiner: { count: 2 + Math.floor(this.next() * numerals.length) } };
  }

  private place(): Place {
    const preposition = this.pick([prepositions[0], ...prepositions].filter((found) => found !== undefined));
    return { preposition, phrase: this.phrase(this.noun(this.pick(preposition.of)), { place: true }) };
  }

  private subject(is: readonly NounClass[], mayIntroduce: boolean): Subject {
    if (is.includes("person") && this.chance(0.3)) return { kind: "pronoun", pronoun: this.pick(pronouns) };
    const noun = this.noun(this.pick(is));
    const phrase = this.phrase(noun, { subject: true });
    if (mayIntroduce && this.chance(0.08)) {
      return { ...phrase, owner: null, plural: false, determiner: "a" };
    }
    if (this.chance(0.08)) {
      const right = this.phrase(this.noun(this.pick(is)), { subject: true });
      const plain = (one: NounPhrase): NounPhrase => ({ ...one, owner: null });
      return { kind: "and", left: plain(phrase), right: plain(right) };
    }
    return phrase;
  }

  private clause(): Clause {
    const share = this.next();
    const stop = this.chance(0.15);
    const contracted = this.chance(0.4);
    const question = this.chance(0.14);
    const negated = !question && this.chance(0.2);
    const common = {
      kind: "clause",
      question,
      negated,
      contracted,
      stop,
      frequency: null,
      time: null,
      mood: "simple",
    } as const;
    if (share < 0.24) return { ...common, ...this.described(question || negated) };
    if (share < 0.28) {
      const profession = this.pick(nouns.filter(({ role }) => role === "profession"));
      const who = this.pick(nouns.filter(({ is, role }) => is === "person" && role !== "profession"));
      const phrase: NounPhrase = { ...this.phrase(who, { subject: true }), plural: false };
      const single = typeof phrase.determiner === "object" ? { ...phrase, determiner: "the" as const } : phrase;
      const subject: Subject = this.chance(0.4)
        ? { kind: "pronoun", pronoun: this.pick(["i", "you", "he", "she"]) }
        : single;
      return { ...common, subject, predicate: { kind: "profession", noun: profession } };
    }
    if (share < 0.34) {
      const subject = this.subject(["person", "animal", "thing", "readable", "vehicle", "furniture"], false);
      return { ...common, subject, predicate: { kind: "at", place: this.place() } };
    }
    return this.doing(common);
  }

  private described(plainDegree: boolean): Pick<Clause, "subject" | "predicate"> {
    const is = this.pick(classes);
    const adjective = this.adjectiveFor(is);
    if (!adjective) return this.described(plainDegree);
    // One kind of thing on both sides of "and", so that the adjective fits both.
    const subject = this.subject([is], false);
    const degree = plainDegree || adjective.colour || !this.chance(0.25) ? null : this.pick(["very", "too"] as const);
    const but = plainDegree || degree !== null || !this.chance(0.08) ? null : this.adjectiveFor(is, adjective);
    return { subject, predicate: { kind: "adjective", adjective, degree, but } };
  }

  private doing(common: Omit<Clause, "subject" | "predicate">): Clause {
    const { question, negated } = common;
    const share = this.next();
    const verb =
      share < 0.05
        ? go
        : share < 0.08
          ? come
          : share < 0.11
            ? live
            : share < 0.17
              ? this.pick(giving)
              : this.pick(verbs);
    const who = question && this.chance(0.15);
    const subject: Subject = who ? { kind: "who" } : this.subject(verb.subjects, !question && !negated);
    const introduced = subject.kind === "noun" && subject.determiner === "a";
    const mood = verb.state || verb === live ? "simple" : this.mood(who);
    const free = !question && !negated && mood === "simple" && !verb.state && !introduced && verb !== live;
    const frequency = free && this.chance(0.18) ? this.pick(frequencies) : null;
    const timely = !verb.state && verb !== live && frequency === null && !introduced && this.chance(0.1);
    const time = timely ? this.time(mood) : null;
    const predicate = this.predicate(verb, {
      question: question && !who,
      unsaid: negated || frequency?.en === "never",
    });
    return { ...common, subject, predicate, mood: frequency ? "simple" : mood, frequency, time };
  }

  private time(mood: Mood) {
    const fitting = times.filter(({ en }) => (mood === "progressive" ? en === "now" || en === "today" : en !== "now"));
    return this.pick(fitting.filter(({ en }) => typeof mood === "object" || en !== "tomorrow"));
  }

  private mood(simple: boolean): Mood {
    const share = this.next();
    if (simple || share < 0.5) return "simple";
    return share < 0.75 ? "progressive" : this.pick(modals);
  }

  private predicate(verb: Verb, { question, unsaid }: { question: boolean; unsaid: boolean }): Predicate {
    if (verb === go || verb === come || verb === live) {
      if (question && this.chance(0.3)) return { kind: "motion", verb, place: "where" };
      return { kind: "motion", verb, place: this.phrase(this.noun("place"), { place: true }) };
    }
    const asked = question && this.chance(0.35);
    const likes = ["like", "love", "hate"].includes(verb.en);
    const object = verb.objects.length === 0 ? null : this.object(verb, likes, unsaid, asked);
    const recipient = giving.includes(verb) ? this.recipient() : null;
    const settled = verb.state || recipient !== null || object === "what" || verb.objects.includes("place");
    const asksWhere = question && !settled && object === null && this.chance(0.3);
    const place = asksWhere ? "where" : !settled && this.chance(object ? 0.15 : 0.45) ? this.place() : null;
    return { kind: "verb", verb, object, recipient, place };
  }

  private object(verb: Verb, likes: boolean, unsaid: boolean, asked: boolean): NounPhrase | "what" {
    if (asked && !giving.includes(verb) && !verb.particle && !verb.objects.every((is) => is === "person"))
      return "what";
    return this.phrase(this.noun(this.pick(verb.objects)), { generic: likes, negated: unsaid });
  }

  private recipient(): NounPhrase {
    return { ...this.phrase(this.noun("person"), { subject: true }), owner: null };
  }

  private exists(): Sentence {
    const question = this.chance(0.2);
    const negated = !question && this.chance(0.25);
    const noun = this.noun(
      this.pick(["person", "animal", "food", "readable", "thing", "vehicle", "furniture", "nature"]),
    );
    const adjective = this.chance(0.3) ? this.adjectiveFor(noun.is) : null;
    const plural = !negated && this.chance(0.4);
    const some: Determiner = this.chance(0.4) ? "some" : { count: 2 + Math.floor(this.next() * numerals.length) };
    const phrase: NounPhrase = {
      kind: "noun",
      noun,
      plural,
      determiner: plural ? some : "a",
      adjective,
      owner: null,
    };
    return { kind: "exists", phrase, place: this.place(), negated, question, stop: this.chance(0.15) };
  }
}

const classes: readonly NounClass[] = [
  "person",
  "animal",
  "food",
  "mass",
  "drink",
  "readable",
  "clothing",
  "vehicle",
  "vehicle",
  "furniture",
  "thing",
  "opening",
  "nature",
  "place",
];
