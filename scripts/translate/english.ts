/** English sentences as words. */
import { numerals, type Verb } from "./lexicon";
import { type Clause, type NounPhrase, type Place, type Pronoun, personOf, type Said, type Subject } from "./meaning";

const possessive: Readonly<Record<Pronoun, string>> = {
  i: "my",
  you: "your",
  he: "his",
  she: "her",
  we: "our",
  they: "their",
};
const shortened: Readonly<Record<string, string>> = {
  "do not": "don't",
  "does not": "doesn't",
  "is not": "isn't",
  "are not": "aren't",
  "can not": "can't",
  "will not": "won't",
};

export function phrase(np: NounPhrase): string[] {
  const noun = np.plural ? np.noun.enPlural : np.noun.en;
  const rest = np.adjective ? [np.adjective.en, noun] : [noun];
  if (np.owner?.apostrophe) return [...phrase(np.owner.phrase), "'s", ...rest];
  const whole = [...determiner(np, rest[0] ?? ""), ...rest];
  return np.owner ? [...whole, "of", ...phrase(np.owner.phrase)] : whole;
}

function determiner({ determiner: which, plural }: NounPhrase, next: string): string[] {
  if (typeof which === "object") return [numerals.find((_, index) => index + 2 === which.count)?.en ?? ""];
  switch (which) {
    case "generic":
    case "partitive":
    case "none":
      return [];
    case "a":
      return [/^[aeiou]/.test(next) ? "an" : "a"];
    case "this":
      return [plural ? "these" : "this"];
    case "that":
      return [plural ? "those" : "that"];
    case "the":
    case "some":
    case "any":
      return [which];
    default:
      return [possessive[which]];
  }
}

function subjectWords(subject: Subject): string[] {
  switch (subject.kind) {
    case "noun":
      return phrase(subject);
    case "pronoun":
      return [subject.pronoun];
    case "and":
      return [...phrase(subject.left), "and", ...phrase(subject.right)];
    case "who":
      return ["who"];
  }
}

const be = ["am", "are", "is", "are", "are", "are"];
const where = (place: Place) => [...place.preposition.en.split(" "), ...phrase(place.phrase)];

/** The words after the verb, and the verb if it is not "be". */
function rest({ predicate }: Clause): {
  readonly verb: Verb | null;
  readonly words: string[];
  readonly first: string[];
} {
  switch (predicate.kind) {
    case "adjective": {
      const { adjective, degree, but } = predicate;
      const words = [...(degree ? [degree] : []), adjective.en, ...(but ? ["but", but.en] : [])];
      return { verb: null, words, first: [] };
    }
    case "profession":
      return { verb: null, words: [/^[aeiou]/.test(predicate.noun.en) ? "an" : "a", predicate.noun.en], first: [] };
    case "at":
      return { verb: null, words: where(predicate.place), first: [] };
    case "motion": {
      const { verb, place } = predicate;
      // "where does he go": the particle "to" falls away, "from" stays.
      if (place === "where") return { verb, words: verb.particle === "from" ? ["from"] : [], first: ["where"] };
      return { verb, words: [verb.particle ?? "", ...phrase(place)], first: [] };
    }
    case "verb": {
      const { verb, object, recipient, place } = predicate;
      const words = [
        ...(verb.particle ? [verb.particle] : []),
        ...(object !== null && object !== "what" ? phrase(object) : []),
        ...(recipient ? ["to", ...phrase(recipient)] : []),
        ...(place !== null && place !== "where" ? where(place) : []),
      ];
      return { verb, words, first: [...(object === "what" ? ["what"] : []), ...(place === "where" ? ["where"] : [])] };
    }
  }
}

function clause(sentence: Clause): string[] {
  const { subject, mood, negated, question, frequency, time, contracted } = sentence;
  const person = personOf(subject);
  const { verb, words, first } = rest(sentence);
  const not = negated ? ["not"] : [];
  const often = frequency ? [frequency.en] : [];
  const does = person === 2 ? "does" : "do";
  const finite = (of: Verb) => (person === 2 ? of.enThird : of.en);
  let auxiliary: string[] = [];
  let main: string[];
  if (verb === null) [auxiliary, main] = [[be[person] ?? ""], []];
  else if (mood === "progressive") [auxiliary, main] = [[be[person] ?? ""], [verb.enIng]];
  else if (mood !== "simple" && mood.en !== "want") [auxiliary, main] = [[mood.en], [verb.en]];
  else {
    const wants = mood === "simple" ? [] : ["to", verb.en];
    const bare = mood === "simple" ? verb.en : "want";
    const support = negated || (question && subject.kind !== "who");
    if (support) [auxiliary, main] = [[does], [bare, ...wants]];
    else main = [mood === "simple" ? finite(verb) : person === 2 ? "wants" : "want", ...wants];
  }
  const when = time ? time.en.split(" ") : [];
  const subjects = subjectWords(subject);
  const inverted = question && subject.kind !== "who";
  const start = inverted ? [...first, ...auxiliary, ...subjects, ...not] : [...subjects, ...auxiliary, ...not];
  const all = [...start, ...often, ...main, ...words, ...when];
  if (!contracted || inverted) return all;
  const at = all.indexOf("not");
  const short = shortened[`${all[at - 1]} not`];
  return short ? [...all.slice(0, at - 1), short, ...all.slice(at + 1)] : all;
}

/** Words that are not there yet are empty, and left out. */
export function english(sentence: Said): string[] {
  return words(sentence).filter((word) => word !== "");
}

function words(sentence: Said): string[] {
  switch (sentence.kind) {
    case "subject":
      return subjectWords(sentence.subject);
    case "cut":
      return words(sentence.said).filter((word) => !["?", "."].includes(word));
    case "where":
      return ["where", sentence.subject.plural ? "are" : "is", ...phrase(sentence.subject), "?"];
    case "exists": {
      const { plural } = sentence.phrase;
      const is = plural ? "are" : "is";
      const start = sentence.question ? [is, "there"] : ["there", is];
      const thing = phrase(sentence.phrase);
      // "there is no dog", not "there is not a dog"
      const things = sentence.negated ? ["no", ...thing.slice(1)] : thing;
      const end = sentence.question ? ["?"] : sentence.stop ? ["."] : [];
      return [...start, ...things, ...where(sentence.place), ...end];
    }
    case "clause":
      return [...clause(sentence), ...(sentence.question ? ["?"] : sentence.stop ? ["."] : [])];
  }
}
