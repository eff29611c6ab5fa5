/** `poems`: how surprised it is by held-out quatrains, and whether what it writes is one. */
import { randomNumbers } from "../../../src/model/parameters";
import { poemText, quatrainLines, quatrains } from "../../data/poems";
import type { Evaluation } from "../evaluation";
import { idOf, idsOf, nats, sample } from "../forced";
import type { OpenModel } from "../open";
import { counted, fact, percent, trainingWords } from "../words";
import { written } from "../written";

/** All would take minutes. */
const items = 500;
const samples = 100;
const forms = [5, 7] as const;

/** Poems sampled from the whole distribution, half of them in each form; → the share that keeps it. */
async function keepsForm(model: OpenModel, wrong: (what: string) => void): Promise<number> {
  const next = randomNumbers(1);
  const end = idOf(model, "<end>");
  let kept = 0;
  for (const form of forms) {
    const start = [end, idOf(model, `<${form}>`)];
    for (const ids of await written(model, start, end, samples / forms.length, next)) {
      const text = ids.map((id) => model.tokenizer.tokenText(id)).join("");
      const lines = quatrainLines([text]);
      if (lines?.[0]?.length === form && /^.+，.+。.+，.+。$/.test(text)) kept += 1;
      else wrong(text);
    }
  }
  return kept / samples;
}

export const evaluation: Evaluation = {
  async evaluate(model, wrong) {
    const end = idOf(model, "<end>");
    const test = sample(
      quatrains().filter(({ side }) => side === "test"),
      items,
    );
    const rows = test.map((poem) => [end, ...idsOf(model, `<${poem.lines[0]?.length}>${poemText(poem)}`), end]);
    const characters = rows.reduce((sum, row) => sum + row.length - 2, 0);
    const value = (await nats(model, rows, 2)) / characters;
    const form = await keepsForm(model, wrong);
    return {
      scores: [
        { name: "nats per character", metric: "cross_entropy", value },
        { name: "samples that keep the form", metric: "accuracy", value: form },
      ],
      items: rows.length,
    };
  },
  baseline: (training) => fact(training, "baseline"),
  card: ({ vocabulary }, training, { scores: [surprise, form], items }) => {
    const [all, baseline] = [fact(training, "natsPerCharacter"), fact(training, "baseline")];
    return {
      license: "mit",
      languages: ["zh"],
      pipeline: "text-generation",
      tags: ["decoder-only"],
      dataset: { name: "held-out quatrains of the Tang and Song", type: "chinese-poetry" },
      summary: `A small Transformer that writes Chinese quatrains (绝句 and others of four lines) of five or seven characters a line, one character at a time.
\`<5>\` or \`<7>\` at the start chooses the form; without it, the model does. Decoder-only, in the layout of GPT-2: pre-norm, GELU, learned
positions, output tied to the embeddings.`,
      vocabulary: `${vocabulary} characters`,
      data: `${counted(fact(training, "train"))} poems of the training side (package \`chinese-poetry\`, MIT; the poems are of the Tang and Song dynasties, in the public domain),
put into simplified characters with \`opencc-js\`. Only whole poems of four lines of five or of seven characters are taken (${counted(fact(training, "five"))} and
${counted(fact(training, "seven"))} on all sides), without repetitions and without those that have a rare character. The split is by a hash of the poem; poems that share a
line with a held-out one are not trained on, since the collections have many a poem in two spellings.`,
      training: trainingWords(
        "poems",
        training,
        `about ${counted(fact(training, "tokens"))} tokens in whole poems`,
        `, weight decay ${training.decay}`,
      ),
      scores: `Nats per character of held-out quatrains: −ln of the probability of all characters, punctuation and the end token included, given the form.

- the app's own engine with the F16 weights, ${counted(items)} poems (\`npm run models:check\`): ${surprise?.value}
- PyTorch with the F16 weights, all ${counted(fact(training, "testItems"))} poems: ${all.toFixed(4)}
- an interpolated modified Kneser–Ney 4-gram model of the same characters, all poems: ${baseline.toFixed(4)}

Of ${samples} poems sampled from the whole distribution (half in each form, seeded), ${percent(form?.value)} keep the form: four lines of equal, right length
with their punctuation; of 200 sampled in PyTorch, ${percent(fact(training, "form"))}.`,
      limits: [
        "Its lines sound like poems and mean little; rhyme and tones are kept by chance or by habit, never by rule.",
        "It knows simplified characters only, and only those that at least twenty of the poems use.",
      ],
    };
  },
};
