/**
 * tokenizer.json for the older files that say the same: vocab.json with merges.txt (GPT-2, RoBERTa), vocab.txt (BERT).
 * Knows nothing of where they came from; what is made here is read like any tokenizer.json.
 */
import { z } from "zod";
import { Fault, refusal } from "../fault";

const vocabularySchema = z.record(z.string(), z.int().nonnegative());
/** Of tokenizer_config.json; what is not said is decided by the vocabulary. */
const settingsSchema = z.object({
  do_lower_case: z.boolean().optional(),
  tokenize_chinese_chars: z.boolean().optional(),
  strip_accents: z.boolean().nullish(),
});

const marks = ["<|endoftext|>", "<s>", "<pad>", "</s>", "<unk>", "<mask>"];

/** Byte-level BPE, of a parsed vocab.json and the text of merges.txt; throws a Fault. */
export function byteLevelTokenizer(vocabulary: unknown, merges: string): unknown {
  const parsed = vocabularySchema.safeParse(vocabulary);
  if (!parsed.success) throw refusal("vocab.json", vocabulary, parsed.error);
  const vocab = parsed.data;
  const lines = merges
    .split(/\r?\n/)
    .filter((line, number) => line !== "" && !(number === 0 && line.startsWith("#version")));
  const odd = lines.find((line) => line.split(" ").length !== 2);
  if (odd !== undefined) throw new Fault("fault.tokenizer.merges", { found: JSON.stringify(odd.slice(0, 40)) });
  const [start, end] = ["<s>", "</s>"].map((token) => vocab[token]);
  const framed = start !== undefined && end !== undefined;
  return {
    added_tokens: special(vocab, marks),
    pre_tokenizer: { type: "ByteLevel", add_prefix_space: false, trim_offsets: true, use_regex: true },
    // RoBERTa's frame; GPT-2 has none.
    post_processor: framed ? { type: "RobertaProcessing", cls: ["<s>", start], sep: ["</s>", end] } : null,
    decoder: { type: "ByteLevel" },
    model: { type: "BPE", vocab, merges: lines },
  };
}

/** WordPiece, of the text of vocab.txt and a parsed tokenizer_config.json where there is one; throws a Fault. */
export function wordPieceTokenizer(vocabulary: string, settings: unknown): unknown {
  const parsed = settingsSchema.safeParse(settings ?? {});
  if (!parsed.success) throw refusal("tokenizer_config.json", settings, parsed.error);
  const tokens = vocabulary.replace(/\r?\n$/, "").split(/\r?\n/);
  const vocab: Record<string, number> = Object.fromEntries(tokens.map((token, id) => [token, id]));
  const [cls, sep] = ["[CLS]", "[SEP]"].map((token) => vocab[token]);
  const missing = ["[CLS]", "[SEP]", "[UNK]"].find((token) => vocab[token] === undefined);
  if (missing !== undefined) throw new Fault("fault.tokenizer.vocabulary", { token: missing, count: tokens.length });
  const { do_lower_case, tokenize_chinese_chars = true, strip_accents = null } = parsed.data;
  return {
    added_tokens: special(vocab, ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]),
    normalizer: {
      type: "BertNormalizer",
      clean_text: true,
      handle_chinese_chars: tokenize_chinese_chars,
      strip_accents,
      lowercase: do_lower_case ?? !tokens.some((token) => /^(##)?\p{Lu}/u.test(token)),
    },
    pre_tokenizer: { type: "BertPreTokenizer" },
    post_processor: { type: "BertProcessing", sep: ["[SEP]", sep], cls: ["[CLS]", cls] },
    decoder: { type: "WordPiece", prefix: "##", cleanup: true },
    model: {
      type: "WordPiece",
      vocab,
      unk_token: "[UNK]",
      continuing_subword_prefix: "##",
      max_input_chars_per_word: 100,
    },
  };
}

function special(vocab: Readonly<Record<string, number>>, tokens: readonly string[]) {
  return tokens.flatMap((content) => {
    const id = vocab[content];
    return id === undefined ? [] : [{ id, content, special: true }];
  });
}
