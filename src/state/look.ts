/** How an attention is looked at; part of the scene and of a link. */
import { z } from "zod";
import type { HeadMerge } from "../geometry/attention";

export const figures = ["heatmap", "lines", "products", "sums"] as const;

/** The numbers of a heatmap, by their names, in the order in which they are computed. */
export const stages = ["scores", "scaledScores", "maskedScores", "pattern"] as const;

export interface Look {
  readonly figure: (typeof figures)[number];
  readonly stage: (typeof stages)[number];
  /** Heads of the chosen attention that are shown as one; null for the chosen head alone. */
  readonly merge: { readonly by: HeadMerge; readonly heads: readonly number[] } | null;
}

export const usualLook: Look = { figure: "heatmap", stage: "pattern", merge: null };

const number = z
  .string()
  .regex(/^\d{1,4}$/)
  .transform(Number);
const list = z.preprocess((text) => (text === "" ? [] : String(text).split(".")), z.array(number).max(1_000));
const schema = z.union([
  z.tuple([z.enum(figures), z.enum(stages)]),
  z.tuple([z.enum(figures), z.enum(stages), z.enum(["mean", "max"]), list]),
]);

/** "heatmap~scores", with heads taken together "lines~pattern~mean~0.1.3". */
export function writeLook({ figure, stage, merge }: Look): string {
  return [figure, stage, ...(merge ? [merge.by, merge.heads.join(".")] : [])].join("~");
}

export function readLook(text: string): Look | null {
  const parsed = schema.safeParse(text.split("~"));
  if (!parsed.success) return null;
  const [figure, stage, by, heads] = parsed.data;
  return { figure, stage, merge: by === undefined || heads === undefined ? null : { by, heads } };
}
