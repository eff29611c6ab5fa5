/**
 * What is wrong with something that came from outside, as a message's key and its values, so that each reader is told in
 * their own language; `message` says it in English. Knows nothing of files or of the page.
 */
import type { z } from "zod";
import { faultsEn } from "../i18n/faults/en";

type Messages = typeof faultsEn;
export type FaultKey = keyof Messages;
type Holes<Text extends string> = Text extends `${string}{{${infer Hole}}}${infer Rest}` ? Hole | Holes<Rest> : never;
/** A value for each placeholder of the message. */
export type FaultValues<Key extends FaultKey> = Readonly<Record<Holes<Messages[Key]>, string | number>>;

/** Messages must stay readable, whatever a file holds. */
const longest = 200;

export class Fault<Key extends FaultKey = FaultKey> extends Error {
  override readonly name = "Fault";
  readonly key: Key;
  readonly values: Readonly<Record<string, string | number>>;

  constructor(key: Key, values: FaultValues<Key>) {
    const given: Readonly<Record<string, string | number>> = values;
    super(faultsEn[key].replace(/\{\{(\w+)\}\}/g, (_, hole: string) => String(given[hole])));
    this.key = key;
    this.values = given;
  }
}

/** A text for a message: cut where it is long. */
export function clip(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

/** A value from a file for a message, as JSON. */
export function shown(value: unknown): string {
  return clip(JSON.stringify(value) ?? "missing");
}

/** The first thing that a schema finds wrong with `json`: key, found and needed in JSON's notation. */
function firstIssue(json: unknown, { issues: [issue] }: z.ZodError) {
  const path = issue?.path ?? [];
  let found = json;
  for (const key of path) found = typeof found === "object" && found !== null ? Reflect.get(found, key) : undefined;
  return { key: clip(path.map(String).join(".")), found: shown(found), needed: issue ? needed(issue) : "" };
}

/** The fault of a file that a schema refuses. */
export function refusal(file: string, json: unknown, error: z.ZodError): Fault {
  const { key, found, needed: wanted } = firstIssue(json, error);
  return key === ""
    ? new Fault("fault.keyless", { file, found, needed: wanted })
    : new Fault("fault.value", { file, key, found, needed: wanted });
}

function needed(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.expected === "int" ? "integer" : issue.expected;
    case "invalid_value":
      return issue.values.map((value) => JSON.stringify(value)).join(", ");
    case "too_big":
      return `${sized(issue.origin)}${issue.inclusive === false ? "<" : "≤"} ${issue.maximum}`;
    case "too_small":
      return `${sized(issue.origin)}${issue.inclusive === false ? ">" : "≥"} ${issue.minimum}`;
    case "invalid_format":
      return issue.pattern ?? issue.format;
    case "invalid_union":
      // Of a discriminated union; the types leave it out.
      return "options" in issue && Array.isArray(issue.options)
        ? issue.options.map((option) => JSON.stringify(option)).join(", ")
        : issue.errors.flatMap(([first]) => (first ? [needed(first)] : [])).join(" | ");
    default:
      return issue.message;
  }
}

/** A bound of a number is of the number itself; of anything else, of its length. */
function sized(origin: string): string {
  return origin === "number" || origin === "int" ? "" : "length ";
}
