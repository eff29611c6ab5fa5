/**
 * Sentences that are not finished yet, as they stand while they are typed: everything after some word is missing, or the
 * last word is one that the model does not know (yet). Each language says what is there, and no more.
 */
import { english } from "./english";
import { type Adjective, type Noun, type Preposition, unknownWord, type Verb } from "./lexicon";
import type { Clause, NounPhrase, Place, Predicate, Said, Sentence, Subject } from "./meaning";

const nounOf = (word: string): Noun => ({
  en: word,
  enPlural: word,
  fr: word,
  frPlural: word,
  gender: "m",
  zh: word,
  measure: word === "" ? "" : "个",
  is: "thing",
  role: null,
});
const adjectiveOf = (word: string): Adjective => ({
  en: word,
  fr: { m: word, f: word, mp: word, fp: word, mv: word },
  before: false,
  zh: word,
  zhBare: true,
  colour: false,
  of: [],
});
const verbOf = (word: string): Verb => ({
  en: word,
  enThird: word,
  enIng: word,
  particle: null,
  fr: [word, word, word, word, word, word],
  frInfinitive: word,
  zh: word,
  subjects: [],
  objects: [],
  state: false,
});

/** What stands where a word is missing: nothing, or a word that is not known. */
const gaps = ["", unknownWord] as const;

const noPhrase: NounPhrase = {
  kind: "noun",
  noun: nounOf(""),
  plural: false,
  determiner: "none",
  adjective: null,
  owner: null,
};
const unknownPhrase: NounPhrase = { ...noPhrase, noun: nounOf(unknownWord) };
const noPreposition: Preposition = { en: "", fr: "", zh: "", of: [] };

/** From nothing to all of it. */
function phrases(whole: NounPhrase): NounPhrase[] {
  const { owner, adjective } = whole;
  const bare = { ...whole, owner: null };
  const started = [
    noPhrase,
    unknownPhrase,
    ...gaps.map((gap) => ({ ...bare, adjective: null, noun: nounOf(gap) })),
    ...(adjective ? gaps.map((gap) => ({ ...bare, noun: nounOf(gap) })) : []),
  ];
  if (owner === null) return [...started, whole];
  const owners = phrases(owner.phrase);
  if (!owner.apostrophe)
    return [...started, bare, ...owners.map((phrase) => ({ ...whole, owner: { ...owner, phrase } }))];
  return [...owners, ...gaps.map((gap) => ({ ...whole, adjective: null, noun: nounOf(gap) })), whole];
}

function subjects(whole: Subject): Subject[] {
  if (whole.kind === "noun") return phrases(whole);
  if (whole.kind !== "and") return [noPhrase, whole];
  return [...phrases(whole.left), ...phrases(whole.right).map((right) => ({ ...whole, right }))];
}

const places = ({ preposition, phrase }: Place): Place[] => [
  { preposition: noPreposition, phrase: noPhrase },
  ...phrases(phrase).map((started) => ({ preposition, phrase: started })),
];

function predicates(whole: Predicate): Predicate[] {
  switch (whole.kind) {
    case "adjective": {
      const { degree, but } = whole;
      const started = gaps.flatMap((gap): Predicate[] => [
        { ...whole, adjective: adjectiveOf(gap), degree: null, but: null },
        ...(degree ? [{ ...whole, adjective: adjectiveOf(gap), but: null }] : []),
        ...(but ? [{ ...whole, but: adjectiveOf(gap) }] : []),
      ]);
      return [...started, { ...whole, but: null }, whole];
    }
    case "profession":
      return [...gaps.map((gap) => ({ ...whole, noun: nounOf(gap) })), whole];
    case "at":
      return places(whole.place).map((place) => ({ ...whole, place }));
    case "motion": {
      if (whole.place === "where") return [whole];
      return phrases(whole.place).map((place) => ({ ...whole, place }));
    }
    case "verb": {
      const { object, recipient, place } = whole;
      const bare = { ...whole, recipient: null, place: place === "where" ? place : null };
      return [
        ...(object === null || object === "what"
          ? [bare]
          : [{ ...bare, object: null }, ...phrases(object).map((started) => ({ ...bare, object: started }))]),
        ...(recipient ? phrases(recipient).map((started) => ({ ...bare, recipient: started })) : []),
        ...(place !== null && place !== "where" ? places(place).map((started) => ({ ...whole, place: started })) : []),
        whole,
      ];
    }
  }
}

/** Before its verb has come. */
function verbless(predicate: Predicate, gap: string): Predicate {
  if (predicate.kind === "motion")
    return { ...predicate, verb: verbOf(gap), place: predicate.place === "where" ? "where" : noPhrase };
  if (predicate.kind !== "verb") return predicate;
  const { object, place } = predicate;
  return {
    ...predicate,
    verb: verbOf(gap),
    object: object === "what" ? object : null,
    recipient: null,
    place: place === "where" ? place : null,
  };
}

function clauses(whole: Clause): Said[] {
  const bare: Clause = { ...whole, time: null };
  const started = subjects(whole.subject);
  const asked = whole.question && whole.subject.kind !== "who";
  const first = predicates(whole.predicate)[0] ?? whole.predicate;
  const verbs = gaps.map((gap) => verbless(whole.predicate, gap));
  return [
    // A question begins with what comes before its subject.
    ...(asked
      ? started.map(
          (subject): Clause => ({
            ...bare,
            subject,
            predicate: verbs[0] === whole.predicate ? first : (verbs[0] ?? first),
          }),
        )
      : started.map((subject): Said => ({ kind: "subject", subject }))),
    ...verbs.flatMap((predicate): Clause[] => [
      { ...bare, predicate, frequency: null },
      { ...bare, predicate },
    ]),
    ...predicates(whole.predicate).map((predicate): Clause => ({ ...bare, predicate })),
    whole,
  ];
}

function started(whole: Sentence): Said[] {
  switch (whole.kind) {
    case "clause":
      return clauses(whole);
    case "where":
      return phrases(whole.subject).map((subject) => ({ ...whole, subject }));
    case "exists":
      return [
        ...phrases(whole.phrase).map(
          (phrase): Sentence => ({ ...whole, phrase, place: { preposition: noPreposition, phrase: noPhrase } }),
        ),
        ...places(whole.place).map((place): Sentence => ({ ...whole, place })),
      ];
  }
}

/** A sentence as it stands after some of its words, for each number of words where its grammar can tell; without end marks. */
export function cuts(sentence: Sentence): Said[] {
  const words = english(sentence);
  const found = new Map<string, Said>();
  for (const part of started(sentence)) {
    const cut: Said = { kind: "cut", said: part };
    const said = english(cut);
    const known = said.at(-1) === unknownWord ? said.slice(0, -1) : said;
    if (said.length === 0 || known.length >= words.length || known.some((word, place) => word !== words[place]))
      continue;
    if (!found.has(said.join(" "))) found.set(said.join(" "), cut);
  }
  return [...found.values()];
}
