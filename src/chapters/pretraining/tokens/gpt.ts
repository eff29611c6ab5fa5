/** The tokenizers of GPT-2 and of GPT-4o, fetched when they are asked for: their vocabularies are larger than the page. */
import { readable } from "../../../model/tokenizers/byteLevel";

export const gptNames = ["gpt2", "o200k"] as const;
type GptName = (typeof gptNames)[number];

export interface GptTokenizer {
  /** Tokens there are. */
  readonly size: number;
  /** Each token as it is read; bytes that are no whole character as such. */
  cut(text: string): readonly string[];
}

interface Encoding {
  readonly vocabularySize: number;
  encode(text: string, options: { readonly disallowedSpecial: Set<string> }): number[];
}
/** What a token stands for: its text, or its bytes where they are no whole characters. */
type Pieces = readonly (string | readonly number[])[];

function tokenizer(encoding: Encoding, pieces: Pieces): GptTokenizer {
  return {
    size: encoding.vocabularySize,
    cut: (text) =>
      // "<|endoftext|>" is text like any other here.
      encoding.encode(text, { disallowedSpecial: new Set() }).map((id) => {
        const piece = pieces[id] ?? "";
        return typeof piece === "string" ? piece : readable(Uint8Array.from(piece));
      }),
  };
}

const loaders: Readonly<Record<GptName, () => Promise<GptTokenizer>>> = {
  gpt2: async () => {
    const [encoding, pieces] = await Promise.all([
      import("gpt-tokenizer/encoding/gpt2"),
      import("gpt-tokenizer/bpeRanks/r50k_base"),
    ]);
    return tokenizer(encoding, pieces.default);
  },
  o200k: async () => {
    const [encoding, pieces] = await Promise.all([
      import("gpt-tokenizer/encoding/o200k_base"),
      import("gpt-tokenizer/bpeRanks/o200k_base"),
    ]);
    return tokenizer(encoding, pieces.default);
  },
};

/** Rejects where one cannot be fetched. */
export async function loadGpt(): Promise<ReadonlyMap<GptName, GptTokenizer>> {
  return new Map(await Promise.all(gptNames.map(async (name) => [name, await loaders[name]()] as const)));
}
