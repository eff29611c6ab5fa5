/** What heads give elsewhere, to put in the place of what they give here: on another text, or on average. */
import type { Example } from "../model/about";
import { inputOf } from "../model/input";
import type { HeadValues, Sources } from "./edits";
import type { Input, TracedArray } from "./protocol";

/** Runs an input without changes, for the request of that id. */
type RunHeads = (input: Input, request: number) => Promise<readonly (readonly [string, TracedArray])[]>;

/** Texts whose values are remembered. */
const most = 4;

export class HeadReferences {
  private readonly examples: readonly Example[];
  private readonly run: RunHeads;
  private readonly texts = new Map<string, ReadonlyMap<string, HeadValues>>();
  private readonly averages = new Map<string, ReadonlyMap<string, HeadValues>>();

  constructor(examples: readonly Example[], run: RunHeads) {
    this.examples = examples;
    this.run = run;
  }

  /** For the changes of request `id`, whose input says which language is written for other texts too. */
  of(input: Input, id: number): Sources {
    const language = input.kind === "text" && input.language !== undefined ? { language: input.language } : {};
    return { on: (text) => this.on({ kind: "text", text, ...language }, id), mean: () => this.mean(language, id) };
  }

  private async on(input: Input, id: number): Promise<ReadonlyMap<string, HeadValues>> {
    const key = JSON.stringify(input);
    const known = this.texts.get(key);
    if (known) return known;
    const values = new Map((await this.run(input, id)).map(([path, value]) => [path, valuesOf(value)]));
    this.texts.set(key, values);
    for (const old of [...this.texts.keys()].slice(0, -most)) this.texts.delete(old);
    return values;
  }

  /**
   * Mean ablation (Wang et al. 2022, https://arxiv.org/abs/2211.00593, section 2.2, take the mean over a reference set
   * of texts likewise): the mean over all places of all examples.
   */
  private async mean(language: { readonly language?: string }, id: number): Promise<ReadonlyMap<string, HeadValues>> {
    const key = language.language ?? "";
    const known = this.averages.get(key);
    if (known) return known;
    const sums = new Map<string, { sum: Float64Array; places: number; heads: number; depth: number }>();
    for (const example of this.examples) {
      for (const [path, value] of await this.run({ ...inputOf(example), ...language }, id)) {
        const { shape, data } = valuesOf(value);
        const [heads, length, depth] = shape;
        const total = sums.get(path) ?? { sum: new Float64Array(heads * depth), places: 0, heads, depth };
        for (let cell = 0; cell < data.length; cell++) {
          const place = Math.floor(cell / (length * depth)) * depth + (cell % depth);
          total.sum[place] = (total.sum[place] ?? 0) + (data[cell] ?? 0);
        }
        sums.set(path, { ...total, places: total.places + length });
      }
    }
    const average = new Map<string, HeadValues>(
      [...sums].map(([path, { sum, places, heads, depth }]) => {
        return [path, { shape: [heads, 1, depth], data: Float32Array.from(sum, (value) => value / places) }];
      }),
    );
    this.averages.set(key, average);
    return average;
  }
}

function valuesOf({ shape, data }: TracedArray): HeadValues {
  const [, heads = 0, length = 0, depth = 0] = shape;
  return { shape: [heads, length, depth], data };
}
