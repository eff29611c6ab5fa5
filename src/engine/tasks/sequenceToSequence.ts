/** A text in, another text out: an encoder–decoder that writes until it says the end token. */
import type { Task } from "../../model/checkpoints/task";
import type { EncoderDecoderConfig } from "../../model/config";
import { type BeamTree, beamSearch, pathTo } from "../../model/sampling/beam";
import { draw } from "../../model/sampling/draw";
import type { Outcome, StackTokens } from "../protocol";
import { type Reader, tokenOf } from "../reader";
import { type Decoded, Decoder, output, positionsOf, rowsOf } from "./decode";
import { type Done, nothingRead, refused, rowOf, type TaskContext, type TaskEngine } from "./task";

type SequenceTask = Extract<Task, { readonly kind: "sequenceToSequence" }>;

export function sequenceToSequence(config: EncoderDecoderConfig, task: SequenceTask, reader: Reader): TaskEngine {
  const decoder = new Decoder();
  return (input) => {
    if (input.kind !== "text") return refused({ kind: "wrongInput", given: input.kind, needed: "text" });
    const tokens = reader.encode(input.text);
    const maximum = config.maximumLength;
    if (tokens.length === 0) return nothingRead(input.text);
    if (tokens.length > maximum) {
      return refused({ kind: "tooLong", tokens: tokens.length, maximum }, tokens.slice(0, maximum));
    }
    const wanted = input.language ?? task.languages[0]?.code;
    const language = task.languages.find(({ code }) => code === wanted);
    if (!language) throw new Error(`The model writes no language named ${wanted}.`);
    const source = [tokens.map(({ id }) => id ?? 0)];
    const question = { prompt: [language.startToken], endToken: task.endToken, maximum };
    const join = (ids: readonly number[]) => reader.join(ids, language.separator);

    const run = async ({ generation, pass, written }: TaskContext): Promise<Done> => {
      const { choosing } = generation;
      const one = (given: readonly number[]) => pass({ ids: [given], source });
      const told = (ids: readonly number[]) => written(join(ids), ids.length);
      let decoded: Decoded;
      let tree: BeamTree | null = null;
      if (choosing.kind === "beam") {
        const most = Math.min(maximum, 1 + (generation.steps ?? maximum));
        tree = await beamSearch(
          { ...language, endToken: task.endToken, width: choosing.width, most },
          async (beams) => {
            const probabilities = await pass({ ids: beams, source: beams.map(() => source[0] ?? []) });
            const length = beams[0]?.length ?? 0;
            return beams.map((_, beam) => rowOf(probabilities, beam * length + length - 1));
          },
        );
        decoded = await found(tree, task.endToken, one);
      } else decoded = await decoder.decode({ ...question, choosing, generation }, one, told);
      const rows = rowsOf(decoded, "");
      const stacks: StackTokens[] = [
        { stack: "encoder", tokens },
        { stack: "decoder", tokens: decoded.given.map((id) => tokenOf(id, reader)) },
      ];
      const outcome = (before: Parameters<Done["outcome"]>[0]): Outcome => ({
        kind: "sequence",
        language: language.code,
        positions: positionsOf(decoded, rows, before, reader),
        prompt: 1,
        text: join(output(decoded)),
        ended: decoded.ended,
        beam: tree && { tree, tokens: named(tree, reader) },
      });
      return { stacks, rows, outcome };
    };
    return { kind: "ready", key: JSON.stringify([source, language.code]), run };
  };
}

/** What beam search found, passed over once more for its own values. */
async function found(
  { nodes, best }: BeamTree,
  endToken: number,
  pass: (given: readonly number[]) => ReturnType<TaskContext["pass"]>,
): Promise<Decoded> {
  const path = pathTo(nodes, best);
  const last = path.at(-1) ?? null;
  const given = path.slice(0, -1);
  const probabilities = await pass(given);
  const drawn = given.map((_, row) => draw(rowOf(probabilities, row), { kind: "greedy" }, 0));
  return { prompt: 1, given, probabilities, drawn, last, ended: last === endToken };
}

function named({ nodes }: BeamTree, reader: Reader): Readonly<Record<number, string>> {
  return Object.fromEntries(nodes.map(({ token }) => [token, reader.tokenText(token)]));
}
