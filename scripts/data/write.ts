/**
 * npx tsx scripts/data/write.ts MODEL DATA: writes what scripts/pretrain/MODEL.py reads into the folder DATA: every item
 * with its token ids, the tokenizer, and facts for the model's card.
 */
import { mkdirSync } from "node:fs";
import { classify } from "./classify";
import { dictionary } from "./dictionary";
import { writeDigits } from "./digits";
import { fillMask } from "./fillMask";
import { induction } from "./induction";
import { poems } from "./poems";
import { pronounce } from "./pronounce";
import { sort } from "./sort";

const writers: Readonly<Record<string, (folder: string) => object>> = {
  classify,
  dictionary,
  digits: writeDigits,
  "fill-mask": fillMask,
  induction,
  poems,
  pronounce,
  sort,
};

const [model = "", folder] = process.argv.slice(2);
const write = writers[model];
if (!write || !folder) {
  throw new Error(
    `npx tsx scripts/data/write.ts MODEL DATA, where MODEL is one of ${Object.keys(writers).join(", ")}.`,
  );
}
mkdirSync(folder, { recursive: true });
process.stdout.write(`${JSON.stringify(write(folder))}\n`);
