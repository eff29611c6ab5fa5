/** A text to one of a few classes. */
import type { EncoderOnlyConfig } from "../../model/config";
import type { Answered } from "../../model/effects";
import type { Reader } from "../reader";
import { classes } from "./classes";
import { type Done, nothingRead, refused, rowOf, type TaskContext, type TaskEngine } from "./task";

export function textClass(config: EncoderOnlyConfig, labels: readonly string[], reader: Reader): TaskEngine {
  return (input) => {
    if (input.kind !== "text") return refused({ kind: "wrongInput", given: input.kind, needed: "text" });
    const tokens = reader.encode(input.text);
    const maximum = config.maximumLength;
    if (!tokens.some(({ place }) => place !== null)) return nothingRead(input.text);
    if (tokens.length > maximum) {
      return refused({ kind: "tooLong", tokens: tokens.length, maximum }, tokens.slice(0, maximum));
    }
    const inputs = { ids: [tokens.map(({ id }) => id ?? 0)] };
    const key = JSON.stringify(inputs.ids);
    const run = async ({ pass }: TaskContext): Promise<Done> => {
      const row: Answered = { position: 0, question: key, probabilities: rowOf(await pass(inputs), 0) };
      const stacks = [{ stack: "encoder", tokens }] as const;
      return { stacks, rows: [row], outcome: (before) => classes(row, labels, before) };
    };
    return { kind: "ready", key, run };
  };
}
