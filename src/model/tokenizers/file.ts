/** tokenizer.json, checked as far as the tokenizer relies on it. Knows nothing of texts. */
import { z } from "zod";
import { Fault, refusal, shown } from "../fault";

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

/** Checks a parsed tokenizer.json; throws a Fault. */
export function readTokenizerFile(json: unknown): TokenizerFile {
  const parsed = fileSchema.safeParse(json);
  if (!parsed.success) throw refusal("tokenizer.json", json, parsed.error);
  const { model, added_tokens } = parsed.data;
  const owners = new Map<number, string>();
  const all = [...Object.entries(model.vocab), ...added_tokens.map(({ content, id }) => [content, id] as const)];
  for (const [token, id] of all) {
    const owner = owners.get(id) ?? token;
    if (owner !== token) {
      throw new Fault("fault.tokenizer.twoTokens", { id, first: shown(owner), second: shown(token) });
    }
    owners.set(id, token);
  }
  if (model.type === "WordLevel" && ![...owners.values()].includes(model.unk_token)) {
    throw new Fault("fault.tokenizer.noUnknown", { token: shown(model.unk_token), count: owners.size });
  }
  return parsed.data;
}
