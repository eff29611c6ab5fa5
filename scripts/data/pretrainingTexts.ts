/**
 * npx tsx scripts/data/pretrainingTexts.ts: writes public/texts/pretraining.json, the small sources that the page on
 * pretraining collects. Items as they come, with all that is double in them: finding it is the page's business.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { sample } from "../models/forced";
import { english } from "../translate/english";
import { Sampler } from "../translate/sample";
import { quatrains } from "./poems";
import { entries, synsets } from "./wordnet";

/** Whole neighbourhoods of WordNet, where one definition stands for several words, as in any crawl of a dictionary. */
const runs = 12;
const run = 14;
const sentences = 120;
const poems = 36;

/**
 * Lewis Carroll, Alice's Adventures in Wonderland (1865), chapter 1, as text comes when it is copied from pages: soft
 * hyphens, hard spaces, decomposed letters, lines that end in two ways, and two lines that are in the other sources too.
 */
const pasted = [
  "Alice was beginning to get very tired of sitting by her sister on the bank, and of having nothing to do: once or twice she had peeped into the book her sister was reading, but it had no pictures or conver\u00adsations in it, “and what is the use of a book,” thought Alice “without pictures or conver\u00adsations?”\r",
  "So she was consid\u00adering in her own mind (as well as she could, for the hot day made her feel very sleepy and stupid), whether the pleasure of making a daisy-chain would be worth the trouble of getting up and picking the daisies, when suddenly a White Rabbit with pink eyes ran close by her.\r",
  "There was nothing so  very  remarkable in that; nor did Alice think it so  very  much out of the way to hear the Rabbit say to itself,\u00a0“Oh\u00a0dear! Oh\u00a0dear! I\u00a0shall be late!”   ",
  "A cafe\u0301, a fac\u0327ade and a nai\u0308ve question have letters that can be spelled in two ways.\u200b",
] as const;

function definitions(): readonly string[] {
  const all = entries(synsets()).filter(({ text, side }) => side === "train" && text.length < 110);
  return sample(
    all.map((_, index) => index),
    runs,
  ).flatMap((from) => all.slice(from + run, from + 2 * run).map(({ text }) => text));
}

function grammar(): readonly string[] {
  const sampler = new Sampler(11);
  return Array.from({ length: sentences }, () => english(sampler.sentence()).join(" "));
}

const train = quatrains().filter(({ side }) => side === "train");
const [entriesOf, grammarOf] = [definitions(), grammar()];
const texts = {
  definitions: entriesOf,
  sentences: grammarOf,
  poems: sample(train, poems).map(({ lines }) => lines.join("\n")),
  pasted: [...pasted, entriesOf[0], grammarOf[1]].join("\n"),
};
mkdirSync("public/texts", { recursive: true });
writeFileSync("public/texts/pretraining.json", `${JSON.stringify(texts, null, 1)}\n`);
process.stdout.write(`${Object.entries(texts).map(([name, all]) => `${name} ${all.length}`)}\n`);
