/**
 * French sentences as words: agreement, elision (l', d', n', j', qu'), contraction (du, des, au, aux), and the two
 * places of adjectives. An elided word is a token of its own.
 */
import { type Adjective, beFrench, numerals } from "./lexicon";
import { type Clause, type NounPhrase, type Place, type Pronoun, personOf, type Said, type Subject } from "./meaning";

type Gender = "m" | "f";

const pronouns: Readonly<Record<Pronoun, string>> = {
  i: "je",
  you: "tu",
  he: "il",
  she: "elle",
  we: "nous",
  they: "ils",
};
/** Masculine, feminine, plural. */
const possessive: Readonly<Record<Pronoun, readonly [string, string, string]>> = {
  i: ["mon", "ma", "mes"],
  you: ["ton", "ta", "tes"],
  he: ["son", "sa", "ses"],
  she: ["son", "sa", "ses"],
  we: ["notre", "notre", "nos"],
  they: ["leur", "leur", "leurs"],
};

/** Every h of the lexicon is mute; "huit" alone is not elided. */
const startsWithVowel = (word: string) => /^[aeiouyhàâéèêîïôûœ]/.test(word) && word !== "huit";

const contractions: Readonly<Record<string, string>> = {
  "de le": "du",
  "de les": "des",
  "à le": "au",
  "à les": "aux",
};

/**
 * le arbre → l' arbre, de le jardin → du jardin. Elision goes first, so that "de l'" stays. Words that are not there yet
 * are empty, and left out.
 */
export function join(all: readonly string[]): string[] {
  const words = all.filter((word) => word !== "");
  const elided = words.map((word, index) => {
    const next = words[index + 1];
    const elides = ["le", "la", "je", "ne", "de", "que"].includes(word);
    return elides && next !== undefined && startsWithVowel(next) ? `${word.slice(0, -1)}'` : word;
  });
  const contracted: string[] = [];
  for (const word of elided) {
    const pair = contractions[`${contracted.at(-1) ?? ""} ${word}`];
    if (pair) contracted.splice(-1, 1, pair);
    else contracted.push(word);
  }
  return contracted;
}

function agree({ fr }: Adjective, gender: Gender, plural: boolean, next?: string): string {
  if (plural) return gender === "m" ? fr.mp : fr.fp;
  if (gender === "f") return fr.f;
  return next !== undefined && startsWithVowel(next) ? fr.mv : fr.m;
}

/** `negatedObject`: after "ne … pas", "un" and "des" become "de". */
export function phrase(np: NounPhrase, negatedObject = false): string[] {
  const { noun, plural, adjective, owner } = np;
  const word = plural ? noun.frPlural : noun.fr;
  const rest = [
    ...(adjective?.before ? [agree(adjective, noun.gender, plural, word)] : []),
    word,
    ...(adjective && !adjective.before ? [agree(adjective, noun.gender, plural)] : []),
    ...(owner ? ["de", ...phrase(owner.phrase)] : []),
  ];
  return [...determiner(np, rest[0] ?? "", negatedObject), ...rest];
}

function determiner(
  { determiner: which, plural, noun, adjective }: NounPhrase,
  next: string,
  negated: boolean,
): string[] {
  const feminine = noun.gender === "f";
  const definite = plural ? "les" : feminine ? "la" : "le";
  if (typeof which === "object") return [numerals[which.count - 2]?.fr ?? ""];
  switch (which) {
    case "the":
    case "generic":
      return [definite];
    case "a":
      return [negated ? "de" : feminine ? "une" : "un"];
    case "any":
      return ["de"];
    case "none":
      return [];
    case "some":
    case "partitive":
      if (negated) return ["de"];
      if (!plural) return ["de", definite];
      return [adjective?.before ? "de" : "des"];
    case "this":
    case "that":
      if (plural) return ["ces"];
      return [feminine ? "cette" : startsWithVowel(next) ? "cet" : "ce"];
    default: {
      const [m, f, several] = possessive[which];
      if (plural) return [several];
      return [feminine && !startsWithVowel(next) ? f : m];
    }
  }
}

function subjectOf(subject: Subject): { readonly words: string[]; readonly gender: Gender; readonly plural: boolean } {
  switch (subject.kind) {
    case "noun":
      return { words: phrase(subject), gender: subject.noun.gender, plural: subject.plural };
    case "pronoun": {
      const plural = ["we", "they"].includes(subject.pronoun);
      return { words: [pronouns[subject.pronoun]], gender: subject.pronoun === "she" ? "f" : "m", plural };
    }
    case "and": {
      const { left, right } = subject;
      const gender = left.noun.gender === "f" && right.noun.gender === "f" ? "f" : "m";
      return { words: [...phrase(left), "et", ...phrase(right)], gender, plural: true };
    }
    case "who":
      return { words: ["qui"], gender: "m", plural: false };
  }
}

const where = (place: Place) => [...place.preposition.fr.split(" "), ...phrase(place.phrase)];

/** ne V pas; ne V jamais; V souvent; with a modal the infinitive follows. */
function verbGroup(finite: string, { negated, frequency }: Clause): string[] {
  if (negated) return ["ne", finite, "pas"];
  if (frequency?.en === "never") return ["ne", finite, "jamais"];
  return frequency ? [finite, frequency.fr] : [finite];
}

function clause(sentence: Clause): string[] {
  const { subject, predicate, mood, negated, question, time } = sentence;
  const person = personOf(subject);
  const { words: subjects, gender, plural } = subjectOf(subject);
  const asked: string[] = [];
  let after: string[];
  let group: string[];
  if (predicate.kind === "verb" || predicate.kind === "motion") {
    const { verb } = predicate;
    const modal = typeof mood === "object" ? mood : null;
    group = verbGroup((modal ?? verb).fr[person], sentence);
    if (modal) group = [...group, verb.frInfinitive];
    if (predicate.kind === "motion") {
      const { place } = predicate;
      const to = { aller: ["à"], venir: ["de"], habiter: ["dans"] }[verb.frInfinitive] ?? [];
      if (place === "where") asked.push(...(verb.frInfinitive === "venir" ? ["de", "où"] : ["où"]));
      after = place === "where" ? [] : [...to, ...phrase(place)];
    } else {
      const { object, recipient, place } = predicate;
      if (object === "what") asked.push("que");
      if (place === "where") asked.push("où");
      after = [
        ...(object !== null && object !== "what" ? phrase(object, negated || sentence.frequency?.en === "never") : []),
        ...(recipient ? ["à", ...phrase(recipient)] : []),
        ...(place !== null && place !== "where" ? where(place) : []),
      ];
    }
  } else {
    group = verbGroup(beFrench[person], sentence);
    if (predicate.kind === "at") after = where(predicate.place);
    else if (predicate.kind === "profession") after = [predicate.noun.fr];
    else {
      const { adjective, degree, but } = predicate;
      after = [
        ...(degree ? [degree === "very" ? "très" : "trop"] : []),
        agree(adjective, gender, plural),
        ...(but ? ["mais", agree(but, gender, plural)] : []),
      ];
    }
  }
  const ask = question && subject.kind !== "who" ? [...asked, "est-ce", "que"] : [];
  return [...ask, ...subjects, ...group, ...after, ...(time ? time.fr.split(" ") : [])];
}

export function french(sentence: Said): string[] {
  switch (sentence.kind) {
    case "subject":
      return join(subjectOf(sentence.subject).words);
    case "cut":
      return french(sentence.said).filter((word) => !["?", "."].includes(word));
    case "where":
      return join(["où", sentence.subject.plural ? "sont" : "est", ...phrase(sentence.subject), "?"]);
    case "exists": {
      const { phrase: thing, place, negated, question, stop } = sentence;
      const there = negated ? ["il", "ne", "y", "a", "pas"] : ["il", "y", "a"];
      const end = question ? ["?"] : stop ? ["."] : [];
      return join([
        ...(question ? ["est-ce", "que"] : []),
        ...there,
        ...phrase(thing, negated),
        ...where(place),
        ...end,
      ]);
    }
    case "clause":
      return join([...clause(sentence), ...(sentence.question ? ["?"] : sentence.stop ? ["."] : [])]);
  }
}
