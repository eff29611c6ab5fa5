/** `pronounce`: words that it has never seen, said greedily. */
import { forward } from "../../../src/engine/forward";
import { type Entry, entries } from "../../data/pronounce";
import { equalLengths } from "../equalLengths";
import type { Evaluation } from "../evaluation";
import { idOf, idsOf, likeliest, sample } from "../forced";
import type { OpenModel } from "../open";
import { phonemeErrors } from "../phonemes";
import { counted, fact, percent, trainingWords } from "../words";

/** All would take minutes. */
const words = 3000;
const batch = 50;

/** Greedy decoding of words of one length; → the phonemes of each. */
async function said(model: OpenModel, source: readonly (readonly number[])[]): Promise<readonly (readonly string[])[]> {
  const { runner, config, tokenizer } = model;
  const [start, end] = [idOf(model, "<say>"), idOf(model, "<end>")];
  const rows = source.map(() => [start]);
  const ended = new Set<number>();
  for (let length = 1; length < config.maximumLength && ended.size < rows.length; length++) {
    forward(runner, config, { ids: rows, source });
    const logits = (await runner.read("logits"))?.data ?? new Float32Array();
    for (const [index, row] of rows.entries()) {
      const from = ((index + 1) * length - 1) * config.vocabulary;
      const id = likeliest(logits.subarray(from, from + config.vocabulary));
      row.push(id);
      if (id === end) ended.add(index);
    }
  }
  runner.forget();
  return rows.map((row) => {
    const last = row.indexOf(end);
    return row.slice(1, last < 0 ? undefined : last).map((id) => tokenizer.tokenText(id));
  });
}

export const evaluation: Evaluation = {
  async evaluate(model, wrong) {
    const test: readonly Entry[] = sample(
      entries().filter(({ side }) => side === "test"),
      words,
    );
    const sources = test.map(({ word }) => idsOf(model, word));
    let [errors, phonemes, broken] = [0, 0, 0];
    for (const part of equalLengths(sources, batch)) {
      const found = await said(
        model,
        part.map((row) => sources[row] ?? []),
      );
      for (const [index, row] of part.entries()) {
        const { word = "", pronunciations = [] } = test[row] ?? {};
        const judged = phonemeErrors(found[index] ?? [], pronunciations);
        errors += judged.errors;
        phonemes += judged.phonemes;
        if (judged.errors === 0) continue;
        broken += 1;
        wrong(`${word}: ${found[index]?.join(" ")} | ${pronunciations.map((one) => one.join(" ")).join(" | ")}`);
      }
    }
    const scores = [
      { name: "phoneme error rate", metric: "per", value: errors / phonemes },
      { name: "word error rate", metric: "wer", value: broken / test.length },
    ];
    return { scores, items: test.length };
  },
  baseline: () => null,
  card: ({ vocabulary }, training, { scores, items }) => ({
    license: "mit",
    languages: ["en"],
    pipeline: "text2text-generation",
    tags: ["encoder-decoder", "grapheme-to-phoneme"],
    dataset: { name: "held-out words of the CMU Pronouncing Dictionary", type: "cmudict" },
    summary: `A small Transformer that says how an English word is pronounced: it reads letters and writes phonemes (ARPAbet, with stress: \`AH0\` without,
\`AH1\` with the main stress, \`AH2\` with a lesser one). Encoder–decoder in the layout of \`torch.nn.Transformer\`: pre-norm, sinusoidal positions, one
embedding matrix for both sides and the output.`,
    vocabulary: `${vocabulary}: letters, phonemes and special tokens`,
    data: `${counted(fact(training, "train"))} words of the CMU Pronouncing Dictionary (package \`cmu-pronouncing-dictionary\`; © Carnegie Mellon University, its BSD licence allows
use and distribution with its notice) with all their pronunciations; words with other characters than a–z and the apostrophe are left out.

Five words in a hundred are held out by a hash of the word, with every pronunciation that they have, so that none of them was ever trained on.`,
    training: trainingWords(
      "pronounce",
      training,
      `about ${training.batch} words`,
      `, dropout ${training.dropout}, label smoothing 0.1, mean of the weights`,
    ).replace("AdamW", "Adam"),
    scores: `Phoneme error rate: insertions, deletions and replacements over the phonemes of the nearest listed pronunciation, stress aside. Word error rate: words with
at least one. Greedy decoding with the F16 weights:

- the app's own engine, ${counted(items)} held-out words (\`npm run models:check\`): ${percent(scores[0]?.value)} of phonemes, ${percent(scores[1]?.value)} of words
- PyTorch, all ${counted(fact(training, "test"))} held-out words: ${percent(fact(training, "phonemeErrorRate"))} of phonemes, ${percent(fact(training, "wordErrorRate"))} of words`,
    limits: [
      "It says every word as an American would, and says names of other languages as an American dictionary has them.",
      "Words that are written alike and said differently (read, lead) get one pronunciation.",
    ],
  }),
};
