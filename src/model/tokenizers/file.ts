/** tokenizer.json, checked as far as the tokenizer relies on it. Knows nothing of texts. */
import { z } from "zod";

/** A tokenizer.json that cannot be used; the message says where, and what was found and needed. */
export class TokenizerError extends Error {
  override readonly name = "TokenizerError";
}

/** The library keeps a list as long as the largest id. */
const idSchema = z.int().nonnegative().max(2_000_000);
const partSchema = z.looseObject({ type: z.string() }).nullish();
const wordSchema = z.looseObject({
  type: z.literal("WordLevel"),
  vocab: z.record(z.string(), idSchema),
  unk_token: z.string().default("<unk>"),
});
const bpeSchema = z.looseObject({
  type: z.literal("BPE"),
  vocab: z.record(z.string(), idSchema),
  merges: z.union([z.array(z.string()), z.array(z.tuple([z.string(), z.string()]))]),
  unk_token: z.string().nullish(),
});
const pieceSchema = z.looseObject({
  type: z.literal("WordPiece"),
  vocab: z.record(z.string(), idSchema),
  unk_token: z.string().default("[UNK]"),
  continuing_subword_prefix: z.string().default("##"),
});
const fileSchema = z.looseObject({
  added_tokens: z
    .array(z.looseObject({ id: idSchema, content: z.string().min(1), special: z.boolean().default(false) }))
    .default([]),
  normalizer: partSchema,
  pre_tokenizer: partSchema,
  post_processor: partSchema,
  decoder: partSchema,
  model: z.discriminatedUnion("type", [wordSchema, bpeSchema, pieceSchema]),
});

export type TokenizerFile = z.infer<typeof fileSchema>;

/** Checks a parsed tokenizer.json; throws `TokenizerError`. */
export function readTokenizerFile(json: unknown): TokenizerFile {
  const parsed = fileSchema.safeParse(json);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new TokenizerError(
      `tokenizer.json: ${issue?.path.join(".") || "the file"}: ${issue?.message ?? "not readable"}.`,
    );
  }
  const { model, added_tokens } = parsed.data;
  const owners = new Map<number, string>();
  const all = [...Object.entries(model.vocab), ...added_tokens.map(({ content, id }) => [content, id] as const)];
  for (const [token, id] of all) {
    const owner = owners.get(id) ?? token;
    if (owner !== token) {
      throw new TokenizerError(
        `tokenizer.json: the id ${id} belongs to ${JSON.stringify(owner)} and to ${JSON.stringify(token)}; one token is needed.`,
      );
    }
    owners.set(id, token);
  }
  if (model.type === "WordLevel" && ![...owners.values()].includes(model.unk_token)) {
    throw new TokenizerError(
      `tokenizer.json: model.unk_token is ${JSON.stringify(model.unk_token)}, which the vocabulary of ${owners.size} tokens lacks.`,
    );
  }
  return parsed.data;
}
