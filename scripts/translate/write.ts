/**
 * npx tsx scripts/translate/write.ts OUT: writes train.tsv, unfinished.tsv, test.tsv (English, French, Chinese as words), tokenizer.json
 * and data.json, from which scripts/pretrain/translate.py learns.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Example, testSet, trainingSet, unfinishedSet } from "./corpus";
import { specials, tokenizerFile, vocabularyOf } from "./vocabulary";

const [folder] = process.argv.slice(2);
if (!folder) throw new Error("Say where to: npx tsx scripts/translate/write.ts OUT");
const count = 300_000;
const unfinishedCount = 200_000;
const seed = 1;
const table = (examples: readonly Example[]) => examples.map(({ en, fr, zh }) => `${en}\t${fr}\t${zh}\n`).join("");

mkdirSync(folder, { recursive: true });
const train = trainingSet(count, seed);
const unfinished = unfinishedSet(unfinishedCount, seed + 1);
const test = testSet();
const { words, sourceLimit } = vocabularyOf(train);
const unlearned = test
  .flatMap(({ en, fr, zh }) => `${en} ${fr} ${zh}`.split(" "))
  .filter((word) => !words.includes(word));
if (unlearned.length > 0) throw new Error(`The test set has words that training lacks: ${unlearned.join(", ")}`);
writeFileSync(join(folder, "train.tsv"), table(train));
writeFileSync(join(folder, "unfinished.tsv"), table(unfinished));
writeFileSync(join(folder, "test.tsv"), table(test));
writeFileSync(join(folder, "tokenizer.json"), `${JSON.stringify(tokenizerFile(words))}\n`);
const data = {
  seed,
  train: train.length,
  unfinished: unfinished.length,
  test: test.length,
  vocabulary: words.length,
  sourceLimit,
  specials,
};
writeFileSync(join(folder, "data.json"), `${JSON.stringify(data, null, 2)}\n`);
process.stdout.write(`${JSON.stringify(data)}\n`);
