/** `induction`: what follows a letter that has come before, with each head at work and without it. */
import { headsOff } from "../../../src/engine/edits";
import type { Edits } from "../../../src/engine/runner";
import { repeated, surePlaces } from "../../data/induction";
import { sideOf } from "../../data/split";
import type { Evaluation } from "../evaluation";
import { everyPlace, idsOf, likeliest, sample } from "../forced";
import type { OpenModel } from "../open";
import { counted, fact, percent, trainingWords } from "../words";

const items = 1000;

/** Held-out rows; the seed is another than that of the training data. */
function testSet(): readonly string[] {
  const texts = repeated(2, 60_000).map((row) => row.join(" "));
  return sample(
    texts.filter((text) => sideOf(text) === "test"),
    items,
  );
}

/** Share of sure letters that are the model's likeliest. */
async function accuracy(model: OpenModel, rows: readonly (readonly number[])[], edits?: Edits): Promise<number> {
  const sure = rows.map((row) => new Set(surePlaces(row)));
  const tally = { right: 0, all: 0 };
  const visit = (row: number, place: number, logits: Float32Array) => {
    if (!sure[row]?.has(place + 1)) return;
    tally.all += 1;
    if (likeliest(logits) === rows[row]?.[place + 1]) tally.right += 1;
  };
  await everyPlace(model, rows, visit, edits);
  return tally.right / tally.all;
}

/** The heads of the last block, each by the accuracy without it. */
async function withoutEach(model: OpenModel, rows: readonly (readonly number[])[]): Promise<readonly number[]> {
  if (model.config.architecture !== "decoderOnly") throw new Error("induction is a decoder-only model.");
  const last = `decoder.${model.config.layers - 1}.selfAttention.headOutput`;
  const shares: number[] = [];
  for (let head = 0; head < model.config.heads; head++) {
    shares.push(await accuracy(model, rows, headsOff(last, [head])));
  }
  return shares;
}

export const evaluation: Evaluation = {
  async evaluate(model) {
    const rows = testSet().map((text) => idsOf(model, text));
    const whole = await accuracy(model, rows);
    const without = await withoutEach(model, rows);
    // The head that copies is the one without which most is lost.
    const order = [...without.keys()].sort((a, b) => (without[a] ?? 0) - (without[b] ?? 0));
    const scores = order.map((head) => ({
      name: `accuracy without head ${head + 1} of the last block`,
      metric: "accuracy",
      value: without[head] ?? Number.NaN,
    }));
    const all = { name: "accuracy where a letter has come before", metric: "accuracy", value: whole };
    return { scores: [all, ...scores], items: rows.length };
  },
  baseline: () => null,
  card: ({ vocabulary, blocks, heads }, training, { scores: [all, ...without], items }) => ({
    license: "mit",
    languages: ["zxx"],
    pipeline: "text-generation",
    tags: ["decoder-only", "attention-only"],
    dataset: { name: "held-out sequences of letters", type: "synthetic" },
    summary: `A Transformer of two blocks with attention alone, in the layout of GPT-2 (\`n_inner\` is 0: no feed-forward layer). It does one thing:
where a letter has come before, it says what followed it then. That takes two heads in two blocks: one that looks at the token before,
and one, the induction head, that looks for the place where the same letter stood before, and copies what came next
(Olsson et al. 2022, https://arxiv.org/abs/2209.11895).`,
    vocabulary: `${vocabulary}: the letters a to z, and special tokens`,
    data: `${counted(fact(training, "train"))} sequences of different random letters, a stretch of which comes again (\`scripts/data/induction.ts\`). How many letters stand
before, in and after the stretch is random, so that no place tells what comes next. Which side of the split a sequence is on depends
on a hash of it, so that none of the test set was ever trained on.`,
    training: trainingWords("induction", training, `${training.batch} sequences`),
    scores: `On ${counted(items)} held-out sequences, all places whose letter before has been seen before, by the app's own engine with the F16 weights
(\`npm run models:check\`). Blocks: ${blocks}; heads in each: ${heads}.

- all heads at work: ${percent(all?.value)} right
${without.map(({ name, value }) => `- ${name.replace("accuracy ", "")}: ${percent(value)} right`).join("\n")}`,
    limits: [
      "Where no letter has come before, its guess is as good as any.",
      "Each stretch of its training came twice; where a letter has come more often, or has been followed by different letters, it was not trained.",
    ],
  }),
};
