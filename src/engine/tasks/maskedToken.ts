/** Fills what is hidden in a text: an encoder that reads both ways. */
import type { Task } from "../../model/checkpoints/task";
import type { EncoderOnlyConfig } from "../../model/config";
import { largest, likeliest } from "../../model/distribution";
import type { Answered } from "../../model/effects";
import type { Outcome, StackToken } from "../protocol";
import type { Reader } from "../reader";
import {
  candidateOf,
  type Done,
  earlier,
  nothingRead,
  refused,
  rowOf,
  shown,
  type TaskContext,
  type TaskEngine,
} from "./task";

type MaskedTask = Extract<Task, { readonly kind: "maskedToken" }>;

export function maskedToken(config: EncoderOnlyConfig, task: MaskedTask, reader: Reader): TaskEngine {
  const named = (id: number) => ({ id, text: reader.tokenText(id), bytes: reader.tokenBytes(id) });
  return (input) => {
    if (input.kind !== "text") return refused({ kind: "wrongInput", given: input.kind, needed: "text" });
    const read = reader.encode(input.text);
    const maximum = config.maximumLength;
    // The tokens that a post-processor puts around a text are no text.
    if (!read.some(({ place }) => place !== null)) return nothingRead(input.text);
    if (read.length > maximum)
      return refused({ kind: "tooLong", tokens: read.length, maximum }, read.slice(0, maximum));
    const hidden = new Set(input.masked);
    const tokens = read.map((token, index): StackToken => {
      const masked = token.id === task.maskToken || (hidden.has(index) && token.place !== null);
      return { ...token, masked };
    });
    const ids = tokens.map(({ id, masked }) => (masked ? task.maskToken : (id ?? 0)));
    const places = tokens.flatMap(({ masked }, position) => (masked ? [position] : []));

    const run = async ({ pass }: TaskContext): Promise<Done> => {
      const probabilities = await pass({ ids: [ids] });
      const question = ids.join();
      const rows = places.map((position): Answered => {
        return { position, question, probabilities: rowOf(probabilities, position) };
      });
      const best = new Map(rows.map((row) => [row.position, largest(row.probabilities)]));
      const outcome = (before: readonly Answered[] | null): Outcome => ({
        kind: "masked",
        places: rows.map((row) => ({
          position: row.position,
          candidates: likeliest(row.probabilities, shown).map((id) =>
            candidateOf(named(id), row.probabilities, earlier(before, row)),
          ),
        })),
        text: reader.join(
          ids.map((id, position) => best.get(position) ?? id),
          null,
        ),
      });
      return { stacks: [{ stack: "encoder", tokens }], rows, outcome };
    };
    return { kind: "ready", key: JSON.stringify(ids), run };
  };
}
