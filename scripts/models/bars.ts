/** What each model must reach on its held-out set, and how large it may be. */
import type { Result } from "./evaluation";

/** Bounds of a score; `ofBaseline` is the largest share of the baseline that it may be, `above` by how much it must pass it. */
interface Bounds {
  readonly least?: number;
  readonly most?: number;
  readonly ofBaseline?: number;
  readonly above?: number;
}

interface Bar {
  /** In the order of the evaluation's scores. */
  readonly scores: readonly Bounds[];
  /** Of the first score. */
  readonly unit: string;
  /** At most. */
  readonly parameters: number;
}

export const bars: Readonly<Record<string, Bar>> = {
  classify: { unit: "share right", scores: [{ least: 0.82 }], parameters: 2_500_000 },
  dictionary: { unit: "bits per byte", scores: [{ ofBaseline: 0.95 }], parameters: 3_000_000 },
  digits: { unit: "share right", scores: [{ least: 0.97 }], parameters: 500_000 },
  "fill-mask": { unit: "share right", scores: [{ above: 0.03 }], parameters: 2_500_000 },
  induction: { unit: "share right", scores: [{ least: 0.99 }, { most: 0.3 }], parameters: 100_000 },
  poems: { unit: "nats per character", scores: [{ ofBaseline: 1 }, { least: 0.95 }], parameters: 3_000_000 },
  pronounce: { unit: "errors per phoneme", scores: [{ most: 0.07 }], parameters: 1_500_000 },
  sort: { unit: "share exact", scores: [{ least: 0.99 }], parameters: 100_000 },
  translate: { unit: "share exact", scores: [{ least: 0.97 }, { least: 0.97 }], parameters: 500_000 },
};

/** What a model misses, in words; none where it reaches all. */
export function missed(name: string, result: Result, baseline: number | null, parameters: number): readonly string[] {
  const bar = bars[name];
  if (!bar) return [`There is no bar for it in scripts/models/bars.ts.`];
  const misses = bar.scores.flatMap(({ least, most, ofBaseline, above }, place) => {
    const { name: of, value } = result.scores[place] ?? { name: `Score ${place}`, value: Number.NaN };
    const lowest = above === undefined ? least : (baseline ?? Number.NaN) + above;
    const highest = ofBaseline === undefined ? most : (baseline ?? Number.NaN) * ofBaseline;
    return [
      ...(lowest === undefined || value >= lowest ? [] : [`${of} is ${value}; at least ${lowest} is needed.`]),
      ...(highest === undefined || value <= highest ? [] : [`${of} is ${value}; at most ${highest} is needed.`]),
    ];
  });
  if (parameters > bar.parameters) misses.push(`It has ${parameters} parameters; at most ${bar.parameters} may be.`);
  return misses;
}
