/** Fine-tuning from two starts with few labels, as it was measured: public/texts/tuning-grid.json. */
import { z } from "zod";

const count = z.int().nonnegative();
export const starts = ["pretrained", "random"] as const;
export type Start = (typeof starts)[number];

export const tuningGridSchema = z.object({
  command: z.string(),
  /** On which it was measured. */
  machine: z.string(),
  classes: z.array(z.string()).min(2),
  /** Items that each accuracy is of. */
  heldOut: count.min(1),
  plan: z.object({ method: z.literal("full"), steps: count, batch: count, rate: z.number().positive() }),
  runs: z
    .array(
      z.object({
        labels: count.min(1),
        start: z.enum(starts),
        seed: count,
        accuracy: z.number().min(0).max(1),
        seconds: z.number().nonnegative(),
      }),
    )
    .min(1),
});
export type TuningGrid = z.infer<typeof tuningGridSchema>;

/** All seeds of one number of labels. */
export interface GridPoint {
  readonly labels: number;
  readonly accuracies: readonly number[];
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  /** Mean of a run. */
  readonly seconds: number;
}

/** A start's points, by number of labels, ascending. */
export function curveOf({ runs }: Pick<TuningGrid, "runs">, start: Start): readonly GridPoint[] {
  const own = runs.filter((run) => run.start === start);
  return [...new Set(own.map(({ labels }) => labels))]
    .sort((a, b) => a - b)
    .map((labels) => {
      const seeds = own.filter((run) => run.labels === labels);
      const accuracies = seeds.map(({ accuracy }) => accuracy);
      const meanOf = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
      return {
        labels,
        accuracies,
        mean: meanOf(accuracies),
        low: Math.min(...accuracies),
        high: Math.max(...accuracies),
        seconds: meanOf(seeds.map(({ seconds }) => seconds)),
      };
    });
}

/** The fewest labels with which the mean is `mean` or more; null where none of them are enough. */
export function labelsFor(curve: readonly GridPoint[], mean: number): number | null {
  return curve.find((point) => point.mean >= mean)?.labels ?? null;
}
