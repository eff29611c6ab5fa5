/** What models of the visitor's own are called: a title for people, a name for links. Pure. */
import { ownName } from "../models";

const longest = 60; // characters

/** The title, or the first of "title (2)", "title (3)" … that no other has. */
export function freeTitle(title: string, taken: readonly string[]): string {
  const wanted = title.trim().slice(0, longest) || "model";
  return firstFree(wanted, (number) => `${wanted} (${number})`, taken);
}

/** The name that a model of this title keeps, whatever it will be called later. */
export function freeName(title: string, taken: readonly string[]): string {
  const letters = title.normalize("NFKD").replace(/[^\w.-]+/g, "-");
  const wanted = ownName(letters.replace(/^[-.]+|[-.]+$/g, "").slice(0, longest) || "model");
  return firstFree(wanted, (number) => `${wanted}-${number}`, taken);
}

function firstFree(wanted: string, numbered: (number: number) => string, taken: readonly string[]): string {
  let free = wanted;
  for (let number = 2; taken.includes(free); number++) free = numbered(number);
  return free;
}
