/** The data of `induction`: letters at random, a stretch of which comes again. */
import { randomNumbers } from "../../src/model/parameters";
import { Tokenizer } from "../../src/model/tokenizers/tokenizer";
import { writeData } from "./files";
import { sideOf } from "./split";
import { wordLevelFile } from "./wordLevel";

const specials = ["<pad>", "<unk>", "<end>"];
const letters = [..."abcdefghijklmnopqrstuvwxyz"];
const count = 200_000;
const most = { before: 4, stretch: 8, between: 6 };
/** Letters of a stretch at least; with fewer there is little to copy. */
const least = 3;

/**
 * Different letters before, in and after a stretch, and the stretch once more: `q w [a k d p] t [a k d p]`. Lengths vary,
 * so that no place tells what comes; letters differ, so that a letter seen before tells it for sure.
 */
export function repeated(seed: number, count: number): readonly (readonly string[])[] {
  const next = randomNumbers(seed);
  const upTo = (limit: number) => Math.floor(next() * (limit + 1));
  return Array.from({ length: count }, () => {
    const [before, stretch, between] = [upTo(most.before), least + upTo(most.stretch - least), upTo(most.between)];
    const drawn = shuffled(next).slice(0, before + stretch + between);
    return [...drawn, ...drawn.slice(before, before + stretch)];
  });
}

/** Fisher and Yates. */
function shuffled(next: () => number): string[] {
  const order = [...letters];
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(next() * (last + 1));
    [order[last], order[other]] = [order[other] ?? "", order[last] ?? ""];
  }
  return order;
}

/** Places whose letter is sure: the letter before them has been seen before, and something followed it. */
export function surePlaces<T>(row: readonly T[]): readonly number[] {
  return row.flatMap((_, place) => (place > 1 && row.indexOf(row[place - 1] as T) < place - 1 ? [place] : []));
}

export function induction(folder: string): object {
  const file = wordLevelFile({ specials, words: letters, word: "\\S", normalizers: [{ type: "Lowercase" }] });
  const tokenizer = new Tokenizer(file);
  const texts = new Set(repeated(1, count).map((row) => row.join(" ")));
  const items = [...texts].map((text) => ({
    text,
    side: sideOf(text),
    ids: tokenizer.encode(text).map(({ id }) => id),
  }));
  return writeData(folder, file, items, {});
}
