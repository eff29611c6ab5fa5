/** The data of `fill-mask`: definitions of WordNet, each with the words that it defines, and the masks of the held-out ones. */
import { Tokenizer } from "../../src/model/tokenizers/tokenizer";
import { dictionaryTokenizer } from "./dictionary";
import { writeRows } from "./files";
import { Neighbours } from "./neighbours";
import { hash, type Side } from "./split";
import { entries, type Synset, synsets } from "./wordnet";

/** Tokens of a definition at most, and of a word: with [CLS] and two [SEP] they fit into 64. */
export const longestDefinition = 50;
const longestWord = 10;
/** In hundredths. */
const maskedShare = 15;

export interface Definition {
  readonly text: string;
  readonly side: Side;
  readonly ids: readonly number[];
  /** The words that it defines, as ids. */
  readonly words: readonly (readonly number[])[];
  readonly synset: Synset;
}

/** The tokenizer of `dictionary`, with [CLS] put before a text and [SEP] after it. */
export function encoderTokenizer(sets: readonly Synset[]): { readonly file: object; readonly plain: Tokenizer } {
  const plainFile = dictionaryTokenizer(entries(sets));
  const plain = new Tokenizer(plainFile);
  const special = (token: string) => [token, { id: token, ids: [plain.id(token)], tokens: [token] }];
  const single = [
    { SpecialToken: { id: "[CLS]", type_id: 0 } },
    { Sequence: { id: "A", type_id: 0 } },
    { SpecialToken: { id: "[SEP]", type_id: 0 } },
  ];
  const pair = [...single, { Sequence: { id: "B", type_id: 1 } }, { SpecialToken: { id: "[SEP]", type_id: 1 } }];
  const special_tokens = Object.fromEntries([special("[CLS]"), special("[SEP]")]);
  return {
    file: { ...plainFile, post_processor: { type: "TemplateProcessing", single, pair, special_tokens } },
    plain,
  };
}

/** Every definition that is not too long, once for each meaning that it is given for. */
export function definitions(sets: readonly Synset[], plain: Tokenizer): readonly Definition[] {
  const ids = (text: string) => plain.encode(text).map(({ id }) => id);
  return sets
    .map((synset) => ({
      text: synset.definition,
      side: synset.side,
      ids: ids(synset.definition),
      words: synset.words.map(ids).filter(({ length }) => length <= longestWord),
      synset,
    }))
    .filter((definition) => definition.ids.length <= longestDefinition);
}

/** Which tokens of a held-out definition are masked: about 15 in 100, at least one, always the same. */
export function maskedPlaces(text: string, length: number): readonly number[] {
  const places = Array.from({ length }, (_, place) => place);
  const chosen = places.filter((place) => hash(`${text} ${place}`) % 100 < maskedShare);
  return chosen.length > 0 ? chosen : [hash(text) % length];
}

/** Shares of the masked tokens of a side that the commonest token and the neighbours' counts tell. */
function baselines(
  all: readonly Definition[],
  plain: Tokenizer,
): { readonly unigram: number; readonly trigram: number } {
  const [first, last] = [plain.id("[CLS]") ?? 0, plain.id("[SEP]") ?? 0];
  const train = all.filter(({ side }) => side === "train").map(({ ids }) => [first, ...ids, last]);
  const counts = new Neighbours(train, plain.vocabularySize);
  let [masked, common, between] = [0, 0, 0];
  for (const { text, ids } of all.filter(({ side }) => side === "test")) {
    const places = maskedPlaces(text, ids.length);
    const seen: readonly (number | null)[] = [
      first,
      ...ids.map((id, place) => (places.includes(place) ? null : id)),
      last,
    ];
    for (const place of places) {
      masked += 1;
      if (ids[place] === counts.unigram) common += 1;
      if (ids[place] === counts.predict(seen[place] ?? null, seen[place + 2] ?? null)) between += 1;
    }
  }
  return { unigram: common / masked, trigram: between / masked };
}

/** A line: definition, its ids, the ids of its words with ";" between them, the places of the masks where it is held out. */
export function fillMask(folder: string): object {
  const sets = synsets();
  const { file, plain } = encoderTokenizer(sets);
  const all = definitions(sets, plain);
  const rows = all.map(({ text, side, ids, words }) => ({
    side,
    cells: [
      text,
      ids.join(" "),
      words.map((word) => word.join(" ")).join(";"),
      side === "train" ? "" : maskedPlaces(text, ids.length).join(" "),
    ],
  }));
  return writeRows(folder, file, rows, { tooLong: sets.length - all.length, ...baselines(all, plain) });
}
