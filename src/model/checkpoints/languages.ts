/** What config.json says of a translating model's tokens: where an output starts and ends, and how it is written. */
import { z } from "zod";
import { refusal } from "../fault";

const schema = z.object({
  end_token: z.string().min(1),
  /** Ids from here on are no words of the source language, so they are never offered for an unknown one. */
  source_token_limit: z.number().int().positive().optional(),
  languages: z.record(
    z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/),
    z.object({ start_token: z.string().min(1), separator: z.string().max(1) }),
  ),
});

/** By BCP 47 code. */
export type Languages = z.infer<typeof schema>;

/** Throws a Fault where the config names no languages. */
export function readLanguages(json: unknown): Languages {
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  throw refusal("config.json", json, parsed.error);
}

/**
 * Words as a reader writes them: `separator` between them, but none after an elided word (l', d') or before a full
 * stop or comma. French keeps its space before a question mark.
 */
export function joinWords(words: readonly string[], separator: string): string {
  let text = "";
  for (const word of words) {
    const close = text === "" || text.endsWith("'") || word === "." || word === ",";
    text += close ? word : separator + word;
  }
  return text;
}
