/** What was measured of prompts: public/texts/prompting.json, written by scripts/models/prompting.ts. */
import { z } from "zod";
import { labels, ways } from "./prompts";

const count = z.int().nonnegative();
const example = z.object({ text: z.string(), label: z.enum(labels) });

export const promptingSchema = z.object({
  command: z.string(),
  categories: z.object({
    /** Questions, as many of each label, none of them ever trained on. */
    items: count.min(1),
    results: z.array(
      z.object({
        way: z.enum(ways),
        shots: count,
        right: count,
        /** How often each label was the likeliest. */
        said: z.array(count).length(labels.length),
      }),
    ),
    /** To show in a prompt, from the training side. */
    examples: z.array(example),
    /** To try, some of those measured. */
    questions: z.array(example),
  }),
  letters: z.object({
    /** Made-up mappings, asked once each. */
    items: count.min(1),
    /** Letters that there are. */
    among: count.min(1),
    /**
     * Every head, with its attention from the last place to what followed the same letter and to the place after that,
     * and how many mappings are answered without it, all after one example of each of three pairs.
     */
    heads: z.array(z.object({ layer: count, head: count, answer: z.number(), after: z.number(), rightWithout: count })),
    /** Without: with the induction head switched off. */
    results: z.array(z.object({ pairs: count, shots: count, right: count, rightWithout: count })),
  }),
});
export type Prompting = z.infer<typeof promptingSchema>;

type Head = Prompting["letters"]["heads"][number];

/** The head that copies: of the last block the one without which most is lost. Blocks before it prepare what it needs. */
export function inductionHead(heads: readonly Head[]): Head | undefined {
  const last = Math.max(...heads.map(({ layer }) => layer));
  return heads
    .filter(({ layer }) => layer === last)
    .reduce<Head | undefined>(
      (best, other) => (best && best.rightWithout <= other.rightWithout ? best : other),
      undefined,
    );
}

/** Share of `right` among `items`, and its standard error √(p (1 − p) / n). */
export function accuracy(right: number, items: number): { readonly share: number; readonly error: number } {
  const share = right / items;
  return { share, error: Math.sqrt((share * (1 - share)) / items) };
}

/** Whether the second differs from the first by more than two standard errors of their difference. */
export function difference(first: number, second: number, items: number): "more" | "less" | "same" {
  const [before, after] = [accuracy(first, items), accuracy(second, items)];
  const change = after.share - before.share;
  if (Math.abs(change) <= 2 * Math.hypot(before.error, after.error)) return "same";
  return change > 0 ? "more" : "less";
}
