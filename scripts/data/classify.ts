/** The data of `classify`: definitions of nouns and the category that WordNet's authors filed them under. */

import { writeRows } from "./files";
import { definitions, encoderTokenizer } from "./fillMask";
import { NaiveBayes } from "./naiveBayes";
import { type Synset, synsets } from "./wordnet";

/** `lex_filenum` 3 to 28 (https://wordnet.princeton.edu/documentation/lexnames5wn); "top" is noun.Tops, the heads of the others. */
export const categories = [
  ...["top", "act", "animal", "artifact", "attribute", "body", "cognition", "communication", "event", "feeling"],
  ...["food", "group", "location", "motive", "object", "person", "phenomenon", "plant", "possession", "process"],
  ...["quantity", "relation", "shape", "state", "substance", "time"],
] as const;
const firstCategory = 3;

/** Definitions of nouns, with their place in `categories`. */
export function labelled(sets: readonly Synset[], tokenizer = encoderTokenizer(sets)) {
  return definitions(sets, tokenizer.plain)
    .filter(({ synset }) => synset.partOfSpeech === "noun")
    .map(({ text, side, ids, synset }) => ({ text, side, ids, label: synset.category - firstCategory }));
}

/** A line: definition, its ids, its category. */
export function classify(folder: string): object {
  const sets = synsets();
  const tokenizer = encoderTokenizer(sets);
  const all = labelled(sets, tokenizer);
  const rows = all.map(({ text, side, ids, label }) => ({ side, cells: [text, ids.join(" "), String(label)] }));
  const on = (wanted: string) => all.filter(({ side }) => side === wanted);
  const accuracy = (model: NaiveBayes, items: typeof all) =>
    items.filter(({ text, label }) => model.predict(text) === label).length / items.length;
  // The validation side chooses what is added to the counts.
  const models = [0.01, 0.03, 0.1, 0.3, 1].map((added) => new NaiveBayes(on("train"), categories.length, added));
  const scores = models.map((model) => ({ model, score: accuracy(model, on("valid")) }));
  const chosen = scores.reduce((best, other) => (other.score > best.score ? other : best)).model;
  return writeRows(folder, tokenizer.file, rows, { naiveBayes: accuracy(chosen, on("test")) });
}
