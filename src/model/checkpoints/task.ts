/**
 * What a model is for: read from config.json's "task", with what its architecture is usually for where there is none, so
 * that checkpoints from elsewhere open too. Knows nothing of how a task is run.
 */
import { z } from "zod";
import { type ModelConfig, outputSize } from "../config";
import { Fault, refusal, shown } from "../fault";

/** A language that the decoder can write; the token at its start chooses it. */
export interface TargetLanguage {
  /** BCP 47, such as "fr"; also the value in the scene. */
  readonly code: string;
  readonly startToken: number;
  /** Stands between two words of the output; null where the tokenizer itself knows how to write it. */
  readonly separator: string | null;
}

/** Tokens are ids of the model's tokenizer. */
export type Task =
  | {
      readonly kind: "sequenceToSequence";
      readonly languages: readonly TargetLanguage[];
      readonly endToken: number;
      /** Ids from here on are no words of the source, so they are never offered for an unknown one; null for none. */
      readonly sourceTokenLimit: number | null;
    }
  | { readonly kind: "nextToken"; readonly startToken: number | null; readonly endToken: number | null }
  | { readonly kind: "maskedToken"; readonly maskToken: number }
  /** One label a class, in the order of the model's output. */
  | { readonly kind: "textClass" | "imageClass"; readonly labels: readonly string[] };

export type TaskKind = Task["kind"];

const token = z.string().min(1);
const taskSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("sequenceToSequence") }),
  z.object({
    kind: z.literal("nextToken"),
    startToken: token.nullable().default(null),
    endToken: token.nullable().default(null),
  }),
  z.object({ kind: z.literal("maskedToken"), maskToken: token.default("[MASK]") }),
  z.object({ kind: z.enum(["textClass", "imageClass"]) }),
]);
const id = z.number().int().nonnegative();
const schema = z.object({
  task: taskSchema.optional(),
  // Of sequence-to-sequence models.
  end_token: token.optional(),
  source_token_limit: z.number().int().positive().optional(),
  languages: z
    .record(
      z.string().regex(/^[a-z]{2,8}(-[A-Za-z0-9]{1,8})*$/),
      z.object({ start_token: token, separator: z.string().max(1) }),
    )
    .optional(),
  // What checkpoints from elsewhere say instead.
  decoder_start_token_id: id.nullish(),
  bos_token_id: id.nullish(),
  eos_token_id: id.nullish(),
  // Of classifiers.
  id2label: z.record(z.string().regex(/^\d+$/), z.string()).optional(),
});
type Raw = z.infer<typeof schema>;

/** The id of a token; null where the tokenizer lacks it. */
export type TokenIds = (token: string) => number | null;

/** Which task config.json names, or its architecture is usually for; throws a Fault as readTask does. */
export function taskKindOf(json: unknown, config: ModelConfig): TaskKind {
  return parse(json, config).task.kind;
}

function parse(json: unknown, config: ModelConfig): Raw & { readonly task: z.infer<typeof taskSchema> } {
  const parsed = schema.safeParse(json);
  if (!parsed.success) throw refusal("config.json", json, parsed.error);
  const task = parsed.data.task ?? usualTask(config);
  const fitting = kindsOf(config);
  if (!fitting.includes(task.kind)) throw wrong("task.kind", task.kind, fitting.map(shown).join(", "));
  return { ...parsed.data, task };
}

/** Throws a Fault where the task is not one of the architecture, or names a token or label that is missing. */
export function readTask(json: unknown, config: ModelConfig, tokens: TokenIds): Task {
  const raw = parse(json, config);
  const { task } = raw;
  const idOf = (text: string): number => {
    const found = tokens(text);
    if (found !== null) return found;
    throw new Fault("fault.config.token", { token: text });
  };
  switch (task.kind) {
    case "sequenceToSequence":
      return sequenceToSequence(raw, idOf);
    case "nextToken": {
      const [start, end] = [task.startToken, task.endToken].map((text) => (text === null ? null : idOf(text)));
      return { kind: "nextToken", startToken: start ?? null, endToken: end ?? raw.eos_token_id ?? null };
    }
    case "maskedToken":
      return { kind: "maskedToken", maskToken: idOf(task.maskToken) };
    default:
      return { kind: task.kind, labels: labelsOf(raw, outputSize(config)) };
  }
}

function wrong(key: string, found: unknown, needed: string): Fault {
  return new Fault("fault.value", { file: "config.json", key, found: shown(found), needed });
}

function usualTask(config: ModelConfig): z.infer<typeof taskSchema> {
  switch (config.architecture) {
    case "encoderDecoder":
      return { kind: "sequenceToSequence" };
    case "decoderOnly":
      return { kind: "nextToken", startToken: null, endToken: null };
    case "encoderOnly":
      return config.classes === null ? { kind: "maskedToken", maskToken: "[MASK]" } : { kind: "textClass" };
    case "imageEncoder":
      return { kind: "imageClass" };
  }
}

function kindsOf(config: ModelConfig): readonly string[] {
  switch (config.architecture) {
    case "encoderDecoder":
      return ["sequenceToSequence"];
    case "decoderOnly":
      return ["nextToken"];
    case "encoderOnly":
      return [config.classes === null ? "maskedToken" : "textClass"];
    case "imageEncoder":
      return ["imageClass"];
  }
}

function sequenceToSequence(raw: Raw, idOf: (text: string) => number): Task {
  const end = raw.end_token === undefined ? raw.eos_token_id : idOf(raw.end_token);
  const start = raw.decoder_start_token_id ?? raw.bos_token_id;
  const languages = Object.entries(raw.languages ?? {}).map(([code, { start_token, separator }]): TargetLanguage => {
    return { code, startToken: idOf(start_token), separator };
  });
  // "und" is BCP 47 for a language that nobody named.
  if (languages.length === 0 && typeof start === "number") {
    languages.push({ code: "und", startToken: start, separator: null });
  }
  if (typeof end !== "number") throw wrong("end_token", undefined, "string");
  if (languages.length === 0) throw wrong("languages", undefined, "object");
  return {
    kind: "sequenceToSequence",
    languages,
    endToken: end,
    sourceTokenLimit: raw.source_token_limit ?? null,
  };
}

function labelsOf({ id2label }: Raw, classes: number): string[] {
  return Array.from({ length: classes }, (_, index) => {
    const label = id2label?.[String(index)];
    if (label !== undefined) return label;
    throw wrong(`id2label.${index}`, undefined, "string");
  });
}
