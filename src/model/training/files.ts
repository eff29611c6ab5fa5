/** A model in training as the files that the explorer opens: config.json, tokenizer.json, model.safetensors. */
import { trainedType, writeWeights } from "../checkpoints/trained";
import type { TextConfig } from "../config";
import type { Parameters } from "../parameters";
import type { Plan } from "./plan";
import type { Example, TrainingTask } from "./tasks";
import { specials, Vocabulary } from "./vocabulary";

export interface TrainedFiles {
  readonly config: string;
  readonly tokenizer: string;
  readonly weights: Uint8Array<ArrayBuffer>;
  /** Texts to try, as they are typed. */
  readonly examples: readonly string[];
  /** Number of weights. */
  readonly parameters: number;
}

export function filesOf(
  { model }: Plan,
  config: TextConfig,
  task: TrainingTask,
  parameters: Parameters,
  examples: readonly Example[],
): TrainedFiles {
  const weights = writeWeights(config, parameters);
  let count = 0;
  for (const { data } of parameters.values()) count += data.length;
  return {
    config: JSON.stringify({ model_type: trainedType, model: config, ...taskFields(model.stack, task) }),
    tokenizer: JSON.stringify(tokenizerOf(task)),
    weights,
    examples: [...new Set(examples.map((example) => typed(model.stack, task, example)))],
    parameters: count,
  };
}

/** What config.json says of the use: `src/model/checkpoints/task.ts` reads it. */
function taskFields(stack: Plan["model"]["stack"], task: TrainingTask) {
  switch (stack) {
    case "encoderDecoder":
      return {
        task: { kind: "sequenceToSequence" },
        end_token: "<end>",
        languages: { und: { start_token: "<start>", separator: task.separator } },
      };
    case "decoderOnly":
      return { task: { kind: "nextToken", startToken: task.longestSource === 0 ? "→" : null, endToken: "<end>" } };
    case "encoderOnly":
      return { task: { kind: "maskedToken", maskToken: "<mask>" } };
  }
}

function typed(stack: Plan["model"]["stack"], { separator, longestSource }: TrainingTask, { source, target }: Example) {
  if (longestSource === 0) {
    // A decoder is given the beginning, an encoder the whole.
    const given = stack === "encoderOnly" ? target : target.slice(0, Math.ceil(target.length / 2));
    return given.join(separator);
  }
  const question = source.join(separator);
  if (stack === "encoderDecoder") return question;
  const asked = `${question}${separator}→`;
  return stack === "decoderOnly" ? asked : `${asked}${separator}${target.join(separator)}`;
}

/** In the form of Hugging Face's tokenizers: one token for each word or character. */
function tokenizerOf(task: TrainingTask) {
  const { symbols } = new Vocabulary(task.symbols);
  const words = task.symbols.some((symbol) => [...symbol].length > 1);
  const spaced = task.separator === " ";
  const special = { single_word: false, lstrip: false, rstrip: false, normalized: false, special: true };
  return {
    version: "1.0",
    added_tokens: specials.flatMap((content, id) => (content.startsWith("<") ? [{ id, content, ...special }] : [])),
    normalizer: { type: "Sequence", normalizers: [] },
    pre_tokenizer: {
      type: "Split",
      pattern: { Regex: words ? "\\S+" : spaced ? "\\S" : "[\\s\\S]" },
      behavior: "Removed",
      invert: true,
    },
    post_processor: null,
    decoder: spaced ? null : { type: "Fuse" },
    model: {
      type: "WordLevel",
      vocab: Object.fromEntries(symbols.map((symbol, id) => [symbol, id])),
      unk_token: "<unk>",
    },
  };
}
