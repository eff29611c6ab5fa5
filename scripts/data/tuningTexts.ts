/**
 * npx tsx scripts/data/tuningTexts.ts: writes public/texts/tuning.json, what the page on fine-tuning learns and is tested on.
 * Held-out texts are those that `fill-mask` and `dictionary` were never trained on.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import type { TuningTexts } from "../../src/model/tuning/texts";
import { sample } from "../models/forced";
import { categories } from "./classify";
import { definitions, encoderTokenizer, maskedPlaces } from "./fillMask";
import { fnv1a } from "./split";
import { entries, synsets } from "./wordnet";

/** Categories that are told apart: large ones, whose names say what is in them. */
const labels = ["act", "animal", "artifact", "food", "person"] as const;
/** Definitions of each, to learn from and to test on; examples of use, the same; definitions to test the old task on. */
const [perLabel, testedPerLabel, examples, tested, remembered] = [240, 50, 1000, 100, 60] as const;
/** Longer texts would make the small steps of the page long ones. */
const longest = 90;

const sets = synsets();
const { plain } = encoderTokenizer(sets);
const all = definitions(sets, plain).filter(({ text }) => text.length <= longest);
/** In an order that has nothing to do with the dictionary's. */
const mixed = <T extends { readonly text: string }>(items: readonly T[]) =>
  items.toSorted((a, b) => fnv1a(a.text) - fnv1a(b.text));

function labelled(side: "train" | "test", count: number): TuningTexts["classes"]["train"] {
  const of = labels.map((label) =>
    sample(
      mixed(
        all.filter(({ synset, side: own }) => {
          return own === side && synset.partOfSpeech === "noun" && categories[synset.category - 3] === label;
        }),
      ),
      count,
    ),
  );
  // One of each in turn: any beginning has as many of each.
  return Array.from({ length: count }, (_, place) => place).flatMap((place) =>
    of.flatMap((texts, label) => {
      const text = texts[place]?.text;
      return text === undefined ? [] : [{ text, label }];
    }),
  );
}

function inUse(side: "train" | "test", count: number): readonly string[] {
  const found = sets.filter((set) => set.side === side).flatMap(({ uses }) => uses.map((text) => ({ text })));
  return sample(
    mixed(found.filter(({ text }) => text.length >= 15 && text.length <= 70 && !/["`;]/.test(text))),
    count,
  ).map(({ text }) => text);
}

const test = all.filter(({ side }) => side === "test");
const texts: TuningTexts = {
  classes: {
    labels: [...labels],
    train: labelled("train", perLabel),
    heldOut: labelled("test", testedPerLabel),
  },
  style: { train: [...inUse("train", examples)], heldOut: [...inUse("test", tested)] },
  masked: sample(mixed(test), remembered).map(({ text, ids }) => ({
    text,
    places: [...maskedPlaces(text, ids.length)],
  })),
  entries: sample(
    mixed(entries(sets).filter(({ text, side }) => side === "test" && text.length <= longest)),
    remembered,
  ).map(({ text }) => text),
};
mkdirSync("public/texts", { recursive: true });
writeFileSync("public/texts/tuning.json", `${JSON.stringify(texts)}\n`);
process.stdout.write(
  `classes ${texts.classes.train.length} + ${texts.classes.heldOut.length}, style ${texts.style.train.length} + ${texts.style.heldOut.length}, ` +
    `masked ${texts.masked.length}, entries ${texts.entries.length}\n`,
);
