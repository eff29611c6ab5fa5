/** Tasks on rows of letters and digits, whose answers follow from a rule. */
import { below, oneOf, type TrainingTask } from "./task";

const letters = [..."abcdefghijklmnop"];
const digits = [..."0123456789"];

/** Rows of between half of `most` symbols and `most`, and what a rule makes of them. */
function rows(
  symbols: readonly string[],
  most: number,
  rule: (row: readonly string[]) => readonly string[],
): TrainingTask {
  const least = Math.ceil(most / 2);
  return {
    symbols,
    separator: " ",
    longestSource: most,
    longestTarget: most,
    draw(random) {
      const source = Array.from({ length: least + below(most - least + 1, random) }, () => oneOf(symbols, random));
      return { source, target: rule(source) };
    },
  };
}

export const copy = rows(letters, 8, (row) => row);
export const reverse = rows(letters, 8, (row) => [...row].reverse());
/** Seven digits, always: 3 1 3 0 9 5 1 → 0 1 1 3 3 5 9. */
export const sort: TrainingTask = {
  symbols: digits,
  separator: " ",
  longestSource: 7,
  longestTarget: 7,
  draw(random) {
    const source = Array.from({ length: 7 }, () => oneOf(digits, random));
    return { source, target: [...source].sort() };
  },
};

/** Of two numbers below 100: 46+7 → 053. The answer has three digits always, so that each has its place. */
export const addition: TrainingTask = {
  symbols: [...digits, "+"],
  separator: "",
  longestSource: 5,
  longestTarget: 3,
  draw(random) {
    const [a, b] = [below(100, random), below(100, random)];
    const text = (value: number, places: number) => [...String(value).padStart(places, "0")];
    return { source: [...text(a, 2), "+", ...text(b, 2)], target: text(a + b, 3) };
  },
};

/** A row of ten letters twice over: what follows a letter that has come before can be known, the rest cannot. */
export const induction: TrainingTask = {
  symbols: letters,
  separator: " ",
  longestSource: 0,
  longestTarget: 20,
  draw(random) {
    const bag = [...letters];
    const row = Array.from({ length: 10 }, () => bag.splice(below(bag.length, random), 1)[0] ?? "a");
    return { source: [], target: [...row, ...row], knowable: [...row, ...row].map((_, place) => place > 10) };
  },
};
