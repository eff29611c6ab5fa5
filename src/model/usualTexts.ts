/**
 * Texts to try with a model that came without any: those of a few that its tokenizer has all words of, else words of its
 * own vocabulary. Nothing here is known of what the model was trained for.
 */
import type { Task } from "./checkpoints/task";
import type { Tokenizer } from "./tokenizers/tokenizer";

/** By what a model does; "…" stands for what is hidden. */
const texts: Readonly<Record<Task["kind"], readonly string[]>> = {
  nextToken: [
    "When Mary and John went to the store, John gave a drink to",
    "The capital of France is",
    "One, two, three, four, five,",
    "床前明月光，疑是地上",
  ],
  maskedToken: [
    "Paris is the … of France.",
    "The cat … on the mat and sleeps.",
    "I like … more than tea.",
    "巴黎是法国的首…。",
  ],
  textClass: [
    "This film was a delight from the first minute to the last.",
    "I waited an hour, and the food was cold.",
    "这部电影非常好看。",
  ],
  sequenceToSequence: ["The cat sleeps on the red chair.", "the cat sleeps", "We read a book.", "小猫睡在椅子上。"],
  imageClass: [],
};
/** Words of the vocabulary that stand in for a text. */
const few = 5;

/** At least one text, of at most `maximum` tokens each. */
export function usualTexts(tokenizer: Tokenizer, task: Task, maximum: number): readonly string[] {
  const mask = task.kind === "maskedToken" ? tokenizer.tokenText(task.maskToken) : "";
  const known = texts[task.kind]
    .map((text) => text.replace("…", mask))
    .filter((text) => isKnown(text, tokenizer, maximum));
  return known.length > 0 ? known : [ownWords(tokenizer, mask, maximum)];
}

function isKnown(text: string, tokenizer: Tokenizer, maximum: number): boolean {
  try {
    const tokens = tokenizer.encode(text);
    return tokens.length > 0 && tokens.length <= maximum && tokens.every(({ known }) => known);
  } catch {
    // A vocabulary without a token for the unknown refuses what it lacks.
    return false;
  }
}

/** As many of the vocabulary's first words as fit, the middle one hidden where one is to be filled in. */
function ownWords(tokenizer: Tokenizer, mask: string, maximum: number): string {
  const words = [...tokenizer.vocabulary()]
    .filter(([, id]) => !tokenizer.isSpecial(id) && id !== tokenizer.unknownId)
    .sort(([, a], [, b]) => a - b)
    .flatMap(([, id]) => tokenizer.tokenText(id).trim() || [])
    .slice(0, few);
  for (let count = words.length; count > 0; count--) {
    const chosen = words.slice(0, count);
    if (mask !== "") chosen[Math.floor(count / 2)] = mask;
    const found = [" ", ""].map((space) => chosen.join(space)).find((text) => isKnown(text, tokenizer, maximum));
    if (found !== undefined) return found;
  }
  return words[0] ?? mask;
}
