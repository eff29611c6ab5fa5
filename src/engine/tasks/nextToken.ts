/** A text to its continuation: a decoder that says after every token what comes next. */
import type { Task } from "../../model/checkpoints/task";
import type { DecoderOnlyConfig } from "../../model/config";
import type { Outcome } from "../protocol";
import { type Reader, tokenOf } from "../reader";
import { Decoder, output, positionsOf, rowsOf } from "./decode";
import { type Done, nothingRead, refused, type TaskContext, type TaskEngine } from "./task";

type NextTokenTask = Extract<Task, { readonly kind: "nextToken" }>;

export function nextToken(config: DecoderOnlyConfig, task: NextTokenTask, reader: Reader): TaskEngine {
  const decoder = new Decoder();
  return (input) => {
    if (input.kind !== "text") return refused({ kind: "wrongInput", given: input.kind, needed: "text" });
    const typed = reader.encode(input.text);
    const maximum = config.maximumLength;
    const start = task.startToken === null ? [] : [tokenOf(task.startToken, reader)];
    const tokens = [...start, ...typed];
    if (tokens.length === 0) return nothingRead(input.text);
    if (tokens.length > maximum) {
      return refused({ kind: "tooLong", tokens: tokens.length, maximum }, tokens.slice(0, maximum));
    }
    const prompt = tokens.map(({ id }) => id ?? 0);

    const run = async ({ generation, pass, written }: TaskContext): Promise<Done> => {
      const choosing = generation.choosing.kind === "beam" ? ({ kind: "greedy" } as const) : generation.choosing;
      const decoded = await decoder.decode(
        { prompt, endToken: task.endToken, maximum, choosing, generation },
        (given) => pass({ ids: [given] }),
        (ids) => written(reader.join(ids, null), ids.length),
      );
      const rows = rowsOf(decoded, "");
      const later = decoded.given.slice(prompt.length).map((id) => tokenOf(id, reader));
      const outcome = (before: Parameters<Done["outcome"]>[0]): Outcome => ({
        kind: "nextToken",
        positions: positionsOf(decoded, rows, before, reader),
        prompt: prompt.length,
        text: reader.join(output(decoded), null),
        ended: decoded.ended,
      });
      const stacks = [{ stack: "decoder", tokens: [...tokens, ...later] }] as const;
      return { stacks, rows, outcome };
    };
    return { kind: "ready", key: JSON.stringify(prompt), run };
  };
}
