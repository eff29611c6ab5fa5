/** Prompts that ask a shipped decoder for a task it was never trained on. Pure texts: knows nothing of a model. */

/** Categories of WordNet whose names are one token of `dictionary`. */
export const labels = ["act", "animal", "person", "plant"] as const;
export type Label = (typeof labels)[number];

export interface Example {
  readonly text: string;
  readonly label: Label;
}

/**
 * Which half the model has to tell: the label after its definition, or the definition after its label, as `dictionary`
 * was trained to (a noisy channel: Min et al. 2022, https://arxiv.org/abs/2108.04106).
 */
export const ways = ["label", "definition"] as const;
export type Way = (typeof ways)[number];

/** A text of which the model is asked how likely `told` is after `given`. */
export interface Question {
  readonly given: string;
  readonly told: string;
}

/** One example or question: "a backhanded blow, a kind of| act", or "kind of act (noun):| a backhanded blow". */
function half(way: Way, text: string, label: Label): Question {
  return way === "label"
    ? { given: `${text}, a kind of`, told: ` ${label}` }
    : { given: `kind of ${label} (noun):`, told: ` ${text}` };
}

/** For each of `labels`: the examples, then the question with that label. */
export function questions(way: Way, shown: readonly Example[], text: string): readonly Question[] {
  const before = shown.map((example) => {
    const { given, told } = half(way, example.text, example.label);
    return `${given}${told}; `;
  });
  return labels.map((label) => {
    const { given, told } = half(way, text, label);
    return { given: before.join("") + given, told };
  });
}

/** `count` of the examples, each of another label, in any order: 4 at most. */
export function draw(examples: readonly Example[], count: number, random: () => number): readonly Example[] {
  return shuffled(labels, random)
    .slice(0, count)
    .flatMap((label) => shuffled(examples, random).find((example) => example.label === label) ?? []);
}

/** e to the power of each score, made to add up to 1. */
export function shares(scores: readonly number[]): readonly number[] {
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - most));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/** A mapping of letters that is made up on the spot, and a prompt that shows it. */
export interface Mapping {
  /** Letter, and the one that it stands for. */
  readonly pairs: readonly (readonly [asked: string, answer: string])[];
  /** Every pair `shots` times, in a new order each time, then the letter of the first pair: `a x b y b y a x a`. */
  readonly prompt: readonly string[];
}

export function mapping(count: number, shots: number, random: () => number): Mapping {
  const letters = shuffled([..."abcdefghijklmnopqrstuvwxyz"], random);
  const pairs = Array.from(
    { length: count },
    (_, pair) => [letters[2 * pair] ?? "", letters[2 * pair + 1] ?? ""] as const,
  );
  const rounds = Array.from({ length: shots }, () => shuffled(pairs, random).flat());
  return { pairs, prompt: [...rounds.flat(), ...pairs.slice(0, 1).map(([asked]) => asked)] };
}

/** How much of its attention the last place of a prompt pays to the places `away` after its letter's earlier ones. */
export function attendedAfter(prompt: readonly string[], attention: ArrayLike<number>, away: number): number {
  const last = prompt.length - 1;
  return prompt.reduce(
    (sum, letter, place) => sum + (place < last && letter === prompt[last] ? (attention[place + away] ?? 0) : 0),
    0,
  );
}

/** Fisher and Yates. */
export function shuffled<T>(items: readonly T[], random: () => number): readonly T[] {
  const order = [...items];
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [order[other] as T, order[last] as T];
  }
  return order;
}
