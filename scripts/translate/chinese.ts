/** Chinese sentences as words: measure words, 的, and time, manner and place before the verb. */
import { type Adjective, numerals, type Verb } from "./lexicon";
import type { Clause, NounPhrase, Place, Predicate, Pronoun, Said, Subject } from "./meaning";

const pronouns: Readonly<Record<Pronoun, readonly string[]>> = {
  i: ["我"],
  you: ["你"],
  he: ["他"],
  she: ["她"],
  we: ["我们"],
  they: ["他们"],
};

/** Verbs whose negation is not 不 before the verb. */
const negations: Readonly<Record<string, string>> = { 有: "没有", 看见: "看不见", 找到: "找不到" };

/** `negatedObject`: after 不 no amount is said. */
export function phrase(np: NounPhrase, negatedObject = false): string[] {
  const { noun, adjective, owner } = np;
  const described = adjective ? [...(adjective.zhBare ? [adjective.zh] : [adjective.zh, "的"]), noun.zh] : [noun.zh];
  if (owner) return [...phrase(owner.phrase), "的", ...described, ...several(np)];
  return [...determiner(np, negatedObject), ...described, ...several(np)];
}

/** 们 marks several people, where no amount does. */
function several({ determiner: which, plural, noun }: NounPhrase): string[] {
  const marked =
    plural && noun.is === "person" && typeof which === "string" && !["some", "any", "this", "that"].includes(which);
  return marked ? ["们"] : [];
}

function determiner({ determiner: which, plural, noun, adjective }: NounPhrase, negated: boolean): string[] {
  if (typeof which === "object") return [numerals[which.count - 2]?.zh ?? "", noun.measure];
  switch (which) {
    case "the":
    case "generic":
    case "partitive":
    case "any":
    case "none":
      return [];
    case "a":
      return negated ? [] : ["一", noun.measure];
    case "some":
      return negated ? [] : ["一些"];
    case "this":
      return plural ? ["这些"] : ["这", noun.measure];
    case "that":
      return plural ? ["那些"] : ["那", noun.measure];
    default:
      return noun.role === "family" && !plural && !adjective ? [...pronouns[which]] : [...pronouns[which], "的"];
  }
}

/** 桌子 上; 在 or 正在 goes before it. */
function spot({ preposition, phrase: np }: Place): string[] {
  return preposition.zh === "" ? phrase(np) : [...phrase(np), preposition.zh];
}

function subjectWords(subject: Subject): string[] {
  switch (subject.kind) {
    case "noun":
      return phrase(subject);
    case "pronoun":
      return [...pronouns[subject.pronoun]];
    case "and":
      return [...phrase(subject.left), "和", ...phrase(subject.right)];
    case "who":
      return ["谁"];
  }
}

function quality(
  { zh, colour }: Adjective,
  negated: boolean,
  question: boolean,
  degree: "very" | "too" | null,
): string[] {
  if (colour) return [...(negated ? ["不"] : []), "是", zh, "的"];
  if (negated) return ["不", zh];
  if (degree === "too") return ["太", zh, "了"];
  if (degree === "very") return ["非常", zh];
  return question ? [zh] : ["很", zh];
}

/** What comes before the place: negation, modal or 正在. */
function leading({ mood, negated }: Clause, verb: Verb | null): string[] {
  if (typeof mood === "object") return (negated ? mood.zhNot : mood.zh).split(" ");
  if (negated) return verb && negations[verb.zh] ? [] : ["不"];
  return mood === "progressive" ? ["正在"] : [];
}

function action(sentence: Clause, predicate: Extract<Predicate, { kind: "verb" | "motion" }>): string[] {
  const { negated, frequency, mood } = sentence;
  const { verb } = predicate;
  const unsaid = negated || frequency?.en === "never";
  const lead = leading(sentence, verb);
  const [word = "", after] = verb.zh.split(" ");
  if (predicate.kind === "motion") {
    const place = predicate.place === "where" ? ["哪里"] : phrase(predicate.place);
    if (verb.en === "come") return [...lead, "从", ...place, word];
    if (verb.en === "live") return [...lead, word, "在", ...place, ...(predicate.place === "where" ? [] : ["里"])];
    return [...lead, word, ...place];
  }
  const { object, recipient, place } = predicate;
  const at =
    place === null ? [] : [...(lead.includes("正在") ? [] : ["在"]), ...(place === "where" ? ["哪里"] : spot(place))];
  const said = negated && mood === "simple" ? (negations[verb.zh] ?? word) : word;
  const what = object === null ? [] : object === "what" ? ["什么"] : phrase(object, unsaid);
  const whom = recipient ? [...phrase(recipient), ...(after ? [after] : [])] : [];
  return [...lead, ...at, said, ...whom, ...what];
}

function clause(sentence: Clause): string[] {
  const { subject, predicate, negated, question, frequency, time } = sentence;
  // A new actor is brought in by 有: 有 一 只 狗 …
  const brought =
    subject.kind === "noun" && (subject.determiner === "a" || subject.determiner === "some") ? ["有"] : [];
  const start = [
    ...brought,
    ...subjectWords(subject),
    ...(time ? time.zh.split(" ") : []),
    ...(frequency ? frequency.zh.split(" ") : []),
  ];
  switch (predicate.kind) {
    case "adjective": {
      const { adjective, degree, but } = predicate;
      const also = but ? ["但是", ...quality(but, false, question, null)] : [];
      return [...start, ...quality(adjective, negated, question, degree), ...also];
    }
    case "profession":
      return [...start, ...(negated ? ["不"] : []), "是", predicate.noun.zh];
    case "at":
      return [...start, ...(negated ? ["不"] : []), "在", ...spot(predicate.place)];
    case "verb":
    case "motion":
      return [...start, ...action(sentence, predicate)];
  }
}

/** 吗 asks for yes or no; a question word asks by itself. */
function asksByWord({ subject, predicate }: Clause): boolean {
  if (subject.kind === "who") return true;
  if (predicate.kind === "motion") return predicate.place === "where";
  return predicate.kind === "verb" && (predicate.object === "what" || predicate.place === "where");
}

/** Words that are not there yet are empty, and left out. */
export function chinese(sentence: Said): string[] {
  return words(sentence).filter((word) => word !== "");
}

function words(sentence: Said): string[] {
  switch (sentence.kind) {
    case "subject":
      return subjectWords(sentence.subject);
    case "cut":
      return words(sentence.said).filter((word) => !["吗", "？", "。"].includes(word));
    case "where":
      return [...phrase(sentence.subject), "在", "哪里", "？"];
    case "exists": {
      const { phrase: thing, place, negated, question, stop } = sentence;
      const end = question ? ["吗", "？"] : stop ? ["。"] : [];
      return [...spot(place), negated ? "没有" : "有", ...phrase(thing, negated), ...end];
    }
    case "clause": {
      const end = sentence.question ? [...(asksByWord(sentence) ? [] : ["吗"]), "？"] : sentence.stop ? ["。"] : [];
      return [...clause(sentence), ...end];
    }
  }
}
