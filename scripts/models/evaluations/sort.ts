/** `sort`: digits never seen in this order, put in order. */
import { arrow, mostDigits, sortText, unsorted } from "../../data/sort";
import { sideOf } from "../../data/split";
import type { Evaluation } from "../evaluation";
import { everyPlace, idOf, idsOf, likeliest, sample } from "../forced";
import { counted, fact, percent, trainingWords } from "../words";

const items = 2000;

/** Held-out digits; the seed is another than that of the training data. */
function testSet(): readonly (readonly number[])[] {
  const held = new Map(unsorted(2, 300_000).map((digits) => [digits.join(" "), digits]));
  return sample(
    [...held].flatMap(([text, digits]) => (sideOf(text) === "test" ? [digits] : [])),
    items,
  );
}

export const evaluation: Evaluation = {
  async evaluate(model, wrong) {
    const texts = testSet().map(sortText);
    const end = idOf(model, "<end>");
    const rows = texts.map((text) => [...idsOf(model, text), end]);
    const broken = new Set<number>();
    // Every token is the likeliest after the right ones before it: then, and only then, greedy decoding writes them all.
    await everyPlace(model, rows, (row, place, logits) => {
      const next = rows[row]?.[place + 1];
      const asked = (rows[row]?.length ?? 0) / 2 - 1;
      if (place >= asked && next !== undefined && likeliest(logits) !== next) broken.add(row);
    });
    for (const row of broken) wrong(texts[row] ?? "");
    const value = 1 - broken.size / rows.length;
    return { scores: [{ name: "whole sequences exact", metric: "exact_match", value }], items: rows.length };
  },
  baseline: () => null,
  card: ({ vocabulary }, training, { scores, items }) => ({
    license: "mit",
    languages: ["zxx"],
    pipeline: "text-generation",
    tags: ["decoder-only"],
    dataset: { name: "held-out sequences of digits", type: "synthetic" },
    summary: `A very small Transformer that puts digits in order: after \`5 2 7 1 ${arrow}\` it writes \`1 2 5 7\`. Decoder-only, in the layout of
GPT-2. How one token after the other is picked out of the input can be read off its attention.`,
    vocabulary: `${vocabulary}: the digits, the arrow, and special tokens`,
    data: `${counted(fact(training, "train"))} random sequences of 2 to ${mostDigits} digits with the same digits in order (\`scripts/data/sort.ts\`). Which side of the
split a sequence is on depends on a hash of it, so that no sequence of the test set was ever trained on.`,
    training: trainingWords("sort", training, `${training.batch} sequences`),
    scores: `On ${counted(items)} held-out sequences, greedy decoding by the app's own engine with the F16 weights (\`npm run models:check\`):
${percent(scores[0]?.value)} are right as a whole, end token included. PyTorch on all ${counted(fact(training, "testItems"))} of another draw: ${percent(fact(training, "exact"))}.`,
    limits: [`It sorts 2 to ${mostDigits} single digits, and nothing else.`],
  }),
};
