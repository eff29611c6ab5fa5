/** about.json of a shipped model: what the gallery says of it and offers to try. */
import { z } from "zod";
import { refusal } from "./fault";

const inBoth = z.object({ en: z.string().min(1), "zh-Hans": z.string().min(1) });

/** A picture of 28 × 28 grey values, one byte each, in base64, and what it shows. */
const picture = z.object({
  image: z.base64().refine((text) => atob(text).length === 784, "784 bytes in base64 are needed"),
  label: z.string().min(1),
});

const schema = z.object({
  title: inBoth,
  /** One sentence on what the model does. */
  does: inBoth,
  /** The first is what the model opens with. */
  examples: z.array(z.union([z.string(), picture])).min(1),
  /** Place in the menu, from the first. */
  order: z.number().int(),
  /** BCP 47 code of the language that texts are typed in. */
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/)
    .default("en"),
});

export type About = z.infer<typeof schema>;
export type Example = About["examples"][number];

/** A checked about.json; throws a Fault. */
export function readAbout(json: unknown): About {
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  throw refusal("about.json", json, parsed.error);
}
