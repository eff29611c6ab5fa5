/** The loss of a model on a text. */
import type { Input } from "../../../engine/protocol";
import { surprise } from "../../../model/distribution";
import type { Ask } from "../../chapter/ask";

/** Row of the logits, and the token that stands there, by its place in what the model reads. */
export type Places = (tokens: readonly (number | null)[]) => readonly (readonly [row: number, token: number])[];

/** −ln of the probability of each token in each asked place, in nats. */
export async function lossesOf(ask: Ask, input: Input, places: Places): Promise<readonly number[]> {
  const { tokens, logits } = await ask(input);
  return places(tokens.map(({ id }) => id)).map(([row, token]) => surprise(logits(row), token));
}
