/** A model in training as the files that the explorer opens: config.json, model.safetensors, and tokenizer.json of texts. */

import type { Example as Offered } from "../about";
import { trainedType, writeWeights } from "../checkpoints/trained";
import type { Parameters } from "../parameters";
import type { TextData } from "./data";
import type { DigitData } from "./digitData";
import type { Digit } from "./digits";
import type { Lessons } from "./lessons";
import type { Plan } from "./plan";
import type { Example, TrainingTask } from "./tasks";
import { specials, Vocabulary } from "./vocabulary";

export interface TrainedFiles {
  readonly config: string;
  /** null where the model reads pictures. */
  readonly tokenizer: string | null;
  readonly weights: Uint8Array<ArrayBuffer>;
  /** To try: texts as they are typed, or pictures. */
  readonly examples: readonly Offered[];
  /** Number of weights. */
  readonly parameters: number;
}

/** Examples that come with a model. */
const offered = { texts: 5, pictures: 12 };

export function filesOf(lessons: Lessons, parameters: Parameters): TrainedFiles {
  const { config } = lessons;
  const weights = writeWeights(config, parameters);
  let count = 0;
  for (const { data } of parameters.values()) count += data.length;
  const { fields, tokenizer, examples } = lessons.kind === "text" ? textFiles(lessons) : digitFiles(lessons);
  return {
    config: JSON.stringify({ model_type: trainedType, model: config, ...fields }),
    tokenizer: tokenizer && JSON.stringify(tokenizer),
    weights,
    examples,
    parameters: count,
  };
}

function textFiles(data: TextData) {
  const { task, stack } = data;
  return {
    fields: taskFields(stack, task),
    tokenizer: tokenizerOf(task),
    examples: [...new Set(data.heldOut(offered.texts).map((example) => typed(stack, task, example)))],
  };
}

function digitFiles(data: DigitData) {
  const { classes } = data.config;
  const labels = Array.from({ length: classes }, (_, index) => [index, data.symbol(index)] as const);
  return {
    fields: { task: { kind: "imageClass" }, id2label: Object.fromEntries(labels) },
    tokenizer: null,
    examples: data.heldOut(offered.pictures).map(pictured),
  };
}

function pictured({ label, pixels }: Digit): Offered {
  const bytes = Array.from(pixels, (ink) => String.fromCharCode(Math.round(ink * 255)));
  return { image: btoa(bytes.join("")), label: String(label) };
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
