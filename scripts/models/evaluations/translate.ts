/** `translate`: sentences decoded as the page decodes them. */
import { openModel } from "../../../src/engine/loading";
import { adjectives, giving, nouns, verbs } from "../../translate/lexicon";
import type { Evaluation } from "../evaluation";
import { exactMatch } from "../exactMatch";
import { readModel } from "../files";
import { counted, fact, percent } from "../words";

const sentences = 1000;
const languageNames: Readonly<Record<string, string>> = { fr: "French", zh: "Chinese" };

export const evaluation: Evaluation = {
  async evaluate({ name }, wrong) {
    const model = openModel(name, readModel(name));
    const { exactMatch: shares } = await exactMatch(model, sentences, (...what) => wrong(what.join(" | ")));
    model.session.dispose();
    const scores = Object.entries(shares).map(([code, value]) => ({
      name: `exact match, English to ${languageNames[code] ?? code}`,
      metric: "exact_match",
      value,
    }));
    return { scores, items: sentences };
  },
  baseline: () => null,
  card: ({ vocabulary }, training, { scores, items }) => ({
    license: "mit",
    languages: ["en", "fr", "zh"],
    pipeline: "translation",
    tags: ["encoder-decoder"],
    dataset: { name: "held-out word pairs of the Glassformer grammar", type: "synthetic" },
    summary: `A small Transformer that translates simple English sentences into French and into Chinese, made to be looked at: one
encoder–decoder, built as in "Attention Is All You Need" (post-norm, sinusoidal positions, one embedding matrix for
both sides and the output). The decoder's first token, \`<fr>\` or \`<zh>\`, chooses the language.`,
    vocabulary: `${vocabulary} whole words of three languages`,
    data: `Sentences made by a grammar (\`scripts/translate\`): ${nouns.length} nouns, ${adjectives.length} adjectives and ${verbs.length + giving.length + 3} verbs, put
from one meaning into three languages. They exercise adjective order, agreement in gender and number, articles and
contractions (du, au, l'), negation, possessives, numbers, place phrases, questions, modal verbs; measure words and
word order in Chinese. No text of anyone is in it. ${counted(fact(training, "sentences"))} different sentences were trained on, each in both languages, and
${counted(fact(training, "unfinished"))} that are not finished yet, as they stand while they are typed: the rest is missing, or the last word unknown.

One pair of words in ten (noun with adjective, subject with verb, chosen by a hash) never occurs in training. Every test
sentence holds at least one such pair.`,
    training: `\`scripts/pretrain/translate.py\` in PyTorch: ${counted(fact(training, "earlierSteps"))} steps on whole sentences alone (${Math.round(fact(training, "earlierSeconds") / 60)} minutes on one processor core), and
from the weights that these gave ${counted(fact(training, "steps"))} on all, of ${training.batch} sentences, Adam with a peak rate of
${training.rate}, dropout ${training.dropout}, seed ${training.seed}; ${Math.round(fact(training, "seconds") / 60)} minutes on ${training.device}.`,
    scores: `Exact match on ${counted(items)} held-out sentences, greedy decoding by the app's own engine with the F16 weights
(\`npm run models:check\`):

${scores.map(({ name, value }) => `- ${name.replace("exact match, ", "")}: ${percent(value)}`).join("\n")}`,
    limits: [
      `It knows its ${vocabulary} words and the grammar's sentence shapes, nothing else. Outside of them it writes what is nearest, with confidence.`,
      `"you" is always singular and informal; "they", and "I", "we" and "you" with an adjective, are masculine in French; some professions have one fixed gender. "this" and "that" are both "ce" in French.`,
      "A word that it does not know is handed on as ⟨?⟩; a noun that is unknown, or not there yet, is treated as masculine.",
    ],
  }),
};
