/** The data of `dictionary`: every entry of WordNet, in tokens learned from its training side. */
import { Tokenizer } from "../../src/model/tokenizers/tokenizer";
import { byteLevelFile, byteMerges } from "./bpe";
import { writeData, writtenBy } from "./files";
import { type Entry, entries, synsets } from "./wordnet";

/** The first is padding; the last three are for the encoder that shares this vocabulary. */
const specials = ["<pad>", "<end>", "[CLS]", "[SEP]", "[MASK]"];
const vocabulary = 2000;
/** Tokens of an entry at most, the end token included; the few longer ones are left out. */
export const longest = 64;

/** The tokenizer of `dictionary`, `fill-mask` and `classify`. */
export function dictionaryTokenizer(all: readonly Entry[]): object {
  const train = all.filter(({ side }) => side === "train").map(({ text }) => text);
  return byteLevelFile(specials, byteMerges(train, vocabulary - specials.length - 256));
}

/** The baseline is a 5-gram model of the same tokens, in bits per byte. */
export function dictionary(folder: string): object {
  const all = entries(synsets());
  const file = dictionaryTokenizer(all);
  const tokenizer = new Tokenizer(file);
  const items = all.map(({ text, side }) => ({ text, side, ids: tokenizer.encode(text).map(({ id }) => id) }));
  const kept = items.filter(({ ids }) => ids.length < longest);
  const bytes = kept.filter(({ side }) => side === "test").reduce((sum, { text }) => sum + bytesIn(text), 0);
  const baseline = writtenBy(5, tokenizer, kept).nats / Math.LN2 / bytes;
  return writeData(folder, file, kept, { tooLong: items.length - kept.length, baseline });
}

function bytesIn(text: string): number {
  return new TextEncoder().encode(text).length;
}
