/** What a decoder's probabilities make of a prompt. */
import { surprise } from "../../../model/distribution";
import { type Question, shares } from "../../../model/prompting/prompts";
import type { Ask, Pass } from "../../chapter/ask";

export interface Judged {
  /** Of each answer, as if one of them had to be right. */
  readonly shares: readonly number[];
  /** What the model gives all of them together. */
  readonly together: number;
}

/** −ln of the probability of all tokens that reach beyond what was given, in nats. */
export function natsAfter({ tokens, logits }: Pass, given: number): number {
  return tokens.reduce((sum, { id, place }, at) => {
    const told = at > 0 && id !== null && place !== null && place.end > given;
    return told ? sum + surprise(logits(at - 1), id) : sum;
  }, 0);
}

export async function judged(ask: Ask, asked: readonly Question[]): Promise<Judged> {
  const scores: number[] = [];
  for (const { given, told } of asked) {
    scores.push(-natsAfter(await ask({ kind: "text", text: given + told }), given.length));
  }
  return { shares: shares(scores), together: scores.reduce((sum, score) => sum + Math.exp(score), 0) };
}
