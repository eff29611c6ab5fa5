/** A model's text to tokens and back, as the page shows them. */
import type { Task } from "../model/checkpoints/task";
import { NearestWords } from "../model/tokenizers/nearest";
import type { Tokenizer } from "../model/tokenizers/tokenizer";
import { joinWords } from "../model/words";
import type { StackToken } from "./protocol";

/** How a model's text becomes tokens and back. */
export interface Reader {
  encode(text: string): readonly StackToken[];
  /** One token as a reader sees it. */
  tokenText(id: number): string;
  /** What it stands for, where the vocabulary is one of bytes; else null. */
  tokenBytes(id: number): readonly number[] | null;
  /** Every token as a reader sees it, by id. */
  vocabulary(): readonly string[];
  /** A whole output; with `separator` between words, or as the tokenizer writes it where that is null. */
  join(ids: readonly number[], separator: string | null): string;
}

/** A token that was not typed. */
export function writtenToken(id: number | null, text: string, bytes: readonly number[] | null = null): StackToken {
  const token = { id, text, known: true, suggestions: [], place: null, masked: false, patch: null };
  return bytes ? { ...token, bytes } : token;
}

/** A token of the vocabulary that the model wrote. */
export function tokenOf(id: number, reader: Reader): StackToken {
  return writtenToken(id, reader.tokenText(id), reader.tokenBytes(id));
}

export function makeReader(tokenizer: Tokenizer, task: Task): Reader {
  const limit = (task.kind === "sequenceToSequence" ? task.sourceTokenLimit : null) ?? Number.POSITIVE_INFINITY;
  // Only where there are unknown words is there something to suggest.
  const words =
    tokenizer.unknownId === null
      ? []
      : [...tokenizer.vocabulary()].filter(([, id]) => id < limit && !tokenizer.isSpecial(id));
  const nearest = new NearestWords(words.map(([word]) => word));
  const tokenText = (id: number) => (id === tokenizer.unknownId ? "⟨?⟩" : tokenizer.tokenText(id));
  return {
    encode: (text) =>
      tokenizer.encode(text).map(
        ({ id, text: shown, bytes, known, start, end }): StackToken => ({
          ...writtenToken(id, shown, bytes && [...bytes]),
          known,
          suggestions: known ? [] : nearest.find(shown),
          place: start === undefined || end === undefined ? null : { start, end },
        }),
      ),
    tokenText,
    tokenBytes(id) {
      const bytes = tokenizer.tokenBytes(id);
      return bytes && [...bytes];
    },
    vocabulary: () => Array.from({ length: tokenizer.vocabularySize }, (_, id) => tokenText(id)),
    join(ids, separator) {
      const plain = ids.filter((id) => id === tokenizer.unknownId || !tokenizer.isSpecial(id));
      return separator === null ? tokenizer.decode(plain) : joinWords(plain.map(tokenText), separator);
    },
  };
}
