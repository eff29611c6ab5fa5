/** A translating model's text to ids and back: its tokenizer, with what its config says of its languages. */
import { joinWords, type Languages } from "../model/checkpoints/languages";
import { Fault } from "../model/fault";
import { NearestWords } from "../model/tokenizers/nearest";
import type { Tokenizer } from "../model/tokenizers/tokenizer";
import type { TargetLanguage } from "./protocol";
import type { Reader } from "./session";

/** The reader, and the languages that the model writes; throws a Fault where a token is missing. */
export function makeReader(
  tokenizer: Tokenizer,
  { end_token, source_token_limit, languages }: Languages,
): { readonly reader: Reader; readonly languages: readonly TargetLanguage[] } {
  const idOf = (token: string): number => {
    const id = tokenizer.id(token);
    if (id === null) throw new Fault("fault.config.token", { token });
    return id;
  };
  const limit = source_token_limit ?? Number.POSITIVE_INFINITY;
  const words = [...tokenizer.vocabulary()].filter(([, id]) => id < limit && !tokenizer.isSpecial(id));
  const nearest = new NearestWords(words.map(([word]) => word));
  const written = Object.entries(languages).map(([code, { start_token, separator }]) => ({
    code,
    startToken: idOf(start_token),
    separator,
  }));
  const tokenText = (id: number) => (id === tokenizer.unknownId ? "⟨?⟩" : tokenizer.tokenText(id));
  const reader: Reader = {
    encode: (text) =>
      tokenizer.encode(text).map(({ id, text: shown, known }) => ({
        id,
        text: shown,
        known,
        suggestions: known ? [] : nearest.find(shown),
      })),
    tokenText,
    join(ids, language) {
      const separator = written.find(({ code }) => code === language)?.separator ?? " ";
      const plain = ids.filter((id) => id === tokenizer.unknownId || !tokenizer.isSpecial(id));
      return joinWords(plain.map(tokenText), separator);
    },
    startToken: (language) => written.find(({ code }) => code === language)?.startToken ?? null,
    endToken: idOf(end_token),
  };
  return { reader, languages: written.map(({ code, startToken }) => ({ code, startToken })) };
}
