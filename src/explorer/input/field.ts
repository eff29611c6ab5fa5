/** What kind of text a model is given, read off its examples. Pure. */
import type { About } from "../../model/about";

export interface Field {
  /** Whether a text has several lines. */
  readonly lines: boolean;
  /** Whether it is made of digits alone. */
  readonly digits: boolean;
  /** What every example ends with that is no word, such as an arrow that asks for an answer: nobody has to type it. */
  readonly ending: string;
}

export function fieldOf(about: About | null): Field {
  const texts = about?.examples.filter((example) => typeof example === "string") ?? [];
  const ending = commonEnding(texts);
  return {
    lines: texts.some((text) => text.includes("\n")),
    digits: texts.length > 0 && texts.every((text) => /^[\d\s]+$/.test(withoutEnding(text, ending))),
    ending,
  };
}

/** Of several texts, what all end with from a space on, where that has neither letter nor digit; "" for nothing. */
function commonEnding([first = "", ...others]: readonly string[]): string {
  const own = /\s[^\s\p{L}\p{N}]+$/u.exec(first)?.[0] ?? "";
  return others.length > 0 && others.every((text) => text.endsWith(own)) ? own : "";
}

/** The part of a text that is typed. */
export function withoutEnding(text: string, ending: string): string {
  return ending !== "" && text.endsWith(ending) ? text.slice(0, -ending.length) : text;
}

/** The whole text that was typed, as the model is given it. */
export function textOf(typed: string, { lines, digits, ending }: Field): string {
  const allowed = digits ? typed.replace(/[^\d\s]/g, "") : typed;
  const text = lines ? allowed : allowed.replace(/\s*\n\s*/g, " ");
  return text.trim() === "" ? text : text + ending;
}
