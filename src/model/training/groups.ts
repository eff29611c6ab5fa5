/** What a step did to each part of a model. Plain numbers. */
import { z } from "zod";
import type { Packing } from "./packing";

export const groupSchema = z.object({
  /** Such as `decoder.0.selfAttention`, `decoder.embedding` or `output`. */
  name: z.string(),
  /** Length of its slope, √Σ g². */
  slope: z.number(),
  /** Length of its change over its own length: about 10⁻³ is usual for Adam. */
  ratio: z.number(),
});
export type Group = z.infer<typeof groupSchema>;

/** The part of the model that a weight belongs to. */
export function groupOf(weight: string): string {
  const parts = weight.split(".");
  if (/^\d+$/.test(parts[1] ?? "")) return parts.slice(0, 3).join(".");
  return parts.length > 2 || ["weight", "bias"].includes(parts[1] ?? "") ? parts.slice(0, -1).join(".") : weight;
}

interface Numbers {
  readonly before: Float32Array;
  readonly gradient: Float32Array;
  readonly after: Float32Array;
}

/** The numbers are in the order of the packing. */
export function groupsOf({ places }: Packing, { before, gradient, after }: Numbers): readonly Group[] {
  const sums = new Map<string, { slope: number; own: number; change: number }>();
  for (const { name, from, size } of places) {
    const group = groupOf(name);
    const sum = sums.get(group) ?? { slope: 0, own: 0, change: 0 };
    for (let i = from; i < from + size; i++) {
      sum.slope += (gradient[i] as number) ** 2;
      sum.own += (before[i] as number) ** 2;
      sum.change += ((after[i] as number) - (before[i] as number)) ** 2;
    }
    sums.set(group, sum);
  }
  return Array.from(sums, ([name, { slope, own, change }]) => ({
    name,
    slope: Math.sqrt(slope),
    // Biases start at nothing.
    ratio: own > 0 ? Math.sqrt(change / own) : 0,
  }));
}
