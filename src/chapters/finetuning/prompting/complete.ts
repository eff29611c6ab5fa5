/** What a decoder says after a prompt, as it is and without one head. */
import type { Candidate } from "../../../engine/protocol";
import { type HeadId, sameHead } from "../../../model/names";
import type { Ask, Pass } from "../../chapter/ask";

export interface Completed {
  /** The likeliest to come next, best first. */
  readonly whole: readonly Candidate[];
  readonly without: readonly Candidate[];
  /** Of the head from the last place, over the prompt. */
  readonly attention: readonly number[];
}

export async function completed(ask: Ask, text: string, head: HeadId): Promise<Completed> {
  const input = { kind: "text", text } as const;
  const whole = await ask(input);
  const without = await ask(input, [{ kind: "head", at: head, to: "zero" }]);
  return { whole: next(whole), without: next(without), attention: lastRow(whole, head) };
}

function next({ outcome }: Pass): readonly Candidate[] {
  return outcome.kind === "nextToken" ? (outcome.positions.at(-1)?.candidates ?? []) : [];
}

/** What the last place attends to. */
export function lastRow({ attention }: Pick<Pass, "attention">, head: HeadId): readonly number[] {
  const map = attention.find((one) => sameHead({ ...one, head: head.head }, head));
  if (!map) return [];
  const from = (head.head * map.queries + map.queries - 1) * map.keys;
  return [...map.pattern.subarray(from, from + map.keys)];
}
