/** The data of `sort`: digits in any order, an arrow, and the same digits in order. */
import { randomNumbers } from "../../src/model/parameters";
import { Tokenizer } from "../../src/model/tokenizers/tokenizer";
import { type Item, writeData } from "./files";
import { sideOf } from "./split";
import { wordLevelFile } from "./wordLevel";

const specials = ["<pad>", "<unk>", "<end>"];
export const arrow = "→";
/** Digits to sort at most. */
export const mostDigits = 10;
const count = 400_000;

/** The digits to sort, all lengths from 2 equally often; short ones come again and again. */
export function unsorted(seed: number, count: number): readonly (readonly number[])[] {
  const next = randomNumbers(seed);
  return Array.from({ length: count }, () => {
    const length = 2 + Math.floor(next() * (mostDigits - 1));
    return Array.from({ length }, () => Math.floor(next() * 10));
  });
}

/** `5 2 7 1 → 1 2 5 7`; which side it is on depends on what is to be sorted. */
export function sortText(digits: readonly number[]): string {
  return [...digits, arrow, ...digits.toSorted()].join(" ");
}

export function sort(folder: string): object {
  const digits = Array.from({ length: 10 }, (_, digit) => String(digit));
  const file = wordLevelFile({ specials, words: [...digits, arrow], word: "\\S", normalizers: [] });
  const tokenizer = new Tokenizer(file);
  const all = unsorted(1, count).map((numbers): Item => {
    const text = sortText(numbers);
    return { text, side: sideOf(numbers.join(" ")), ids: tokenizer.encode(text).map(({ id }) => id) };
  });
  return writeData(folder, file, testedOnce(all), {});
}

/** What is trained on may come again, what is tested may not. */
function testedOnce(items: readonly Item[]): readonly Item[] {
  const held = new Map(items.filter(({ side }) => side !== "train").map((item) => [item.text, item]));
  return [...items.filter(({ side }) => side === "train"), ...held.values()];
}
