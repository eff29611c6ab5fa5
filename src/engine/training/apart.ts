/** One step of training taken apart: what made its loss, and what it did to any weight. Keeps plain numbers only. */
import { tensor1d } from "@tensorflow/tfjs-core";
import type { ModelConfig } from "../../model/config";
import { outputSize } from "../../model/config";
import { planOf } from "../../model/forward/plan";
import type { Kind } from "../../model/operations";
import type { Apart, ApartCell, ApartValue, ApartValueCell, ApartWeight } from "../../model/training/apart";
import type { Batch } from "../../model/training/batch";
import type { Packing } from "../../model/training/packing";
import { placeLosses } from "../../model/training/placeLosses";
import { updateOf } from "../../model/training/update";
import { everyWeight, seePass } from "./pass";
import { dropoutOf, type StepNumbers, type TrainerSettings } from "./trainer";
import { lossWithMoved, type ValuePass, valueSlopes } from "./valueSlopes";

/** How far a weight is moved to see what the loss does: rounding and curvature are both small there. */
const nudge = 0.005;

/** Steps whose result all examples share. */
const batchless: ReadonlySet<Kind> = new Set<Kind>(["positionRows", "sinusoid", "transpose"]);

export interface TakenStep {
  readonly config: ModelConfig;
  readonly settings: TrainerSettings;
  readonly packing: Packing;
  readonly batch: Batch;
  /** Steps before it. */
  readonly step: number;
  readonly loss: number;
  readonly numbers: StepNumbers;
}

export class StepApart {
  private readonly taken: TakenStep;
  private readonly length: number;

  constructor(taken: TakenStep) {
    this.taken = taken;
    this.length = Math.sqrt(taken.numbers.gradient.reduce((sum, slope) => sum + slope * slope, 0));
  }

  /** The loss and what it is the mean of, by a pass with the weights before the step. */
  async summary(symbol: (id: number) => string): Promise<Apart> {
    const { step, loss, numbers, packing, batch } = this.taken;
    const places = await this.places(numbers.before);
    const first = places.filter(({ example }) => example === 0);
    return {
      step,
      rate: numbers.rate,
      loss,
      sum: places.reduce((sum, place) => sum + place.loss, 0),
      places: places.length,
      examples: batch.targets.length,
      example: first.map(({ target, share, loss: own }) => ({ symbol: symbol(target), share, loss: own })),
      length: this.length,
      weights: packing.places.map(({ name, shape }) => ({ name, shape })),
      values: planOf(this.taken.config).flatMap(({ kind, name }) => (batchless.has(kind) ? [] : [name.path])),
    };
  }

  /** A value of the first example before the step, and its slopes. */
  async value(path: string): Promise<ApartValue> {
    const { shape, data, gradient } = await this.slopesOf(path);
    const own = shape.slice(1);
    const size = own.reduce((product, length) => product * length, 1);
    return { name: path, shape: own, value: data.slice(0, size), gradient: gradient.slice(0, size) };
  }

  /** Number `index` of a value of the first example, and its slope as it is measured by moving the number a little. */
  async valueCell(path: string, index: number): Promise<ApartValueCell> {
    const { shape, data, gradient } = await this.slopesOf(path);
    const [value, slope] = [data[index], gradient[index]];
    if (value === undefined || slope === undefined) throw new Error(`${path} has no number at ${index}.`);
    const lossAt = (by: number) => lossWithMoved(this.pass, path, shape, index, by);
    return { name: path, index, value, slope, nudge, higher: await lossAt(nudge), lower: await lossAt(-nudge) };
  }

  /** A weight before the step, and its slopes. */
  weight(name: string): ApartWeight {
    const { from, size, shape } = this.placeOf(name);
    const { before, gradient } = this.taken.numbers;
    return { name, shape, before: before.slice(from, from + size), gradient: gradient.slice(from, from + size) };
  }

  /** What the step did to cell `index` of a weight, and the slope as it is measured by moving the weight a little. */
  async cell(name: string, index: number): Promise<ApartCell> {
    const { packing, numbers, settings, step } = this.taken;
    const { from, size, shape } = this.placeOf(name);
    if (!(index >= 0 && index < size)) throw new Error(`${name} has ${size} numbers, and none at ${index}.`);
    const [at, n] = [from + index, packing.size];
    const value = (list: Float32Array, place: number) => list[place] ?? 0;
    const before = {
      weight: value(numbers.before, at),
      slope: value(numbers.gradient, at),
      length: this.length,
      first: value(numbers.before, n + at),
      second: value(numbers.before, 2 * n + at),
      decays: shape.length === 2,
    };
    return {
      name,
      index,
      before,
      update: updateOf(settings.optimiser, { rate: numbers.rate, step }, before),
      after: value(numbers.after, at),
      nudge,
      higher: await this.lossAt(at, nudge),
      lower: await this.lossAt(at, -nudge),
    };
  }

  private get pass(): ValuePass {
    const { config, settings, batch, step, numbers } = this.taken;
    return { config, settings, batch, step, numbers: numbers.before };
  }

  /** Asked for again at each of its cells. */
  private last: { readonly path: string; readonly found: ReturnType<typeof valueSlopes> } | null = null;

  private slopesOf(path: string): ReturnType<typeof valueSlopes> {
    if (this.last?.path !== path) this.last = { path, found: valueSlopes(this.pass, path) };
    return this.last.found;
  }

  private placeOf(name: string) {
    const found = this.taken.packing.places.find((place) => place.name === name);
    if (!found) throw new Error(`The model has no weight named ${name}.`);
    return found;
  }

  /** The loss of this step's batch with one number moved. */
  private async lossAt(at: number, by: number): Promise<number> {
    const moved = this.taken.numbers.before.slice(0, this.taken.packing.size);
    moved[at] = (moved[at] ?? 0) + by;
    const places = await this.places(moved);
    return places.reduce((sum, { loss }) => sum + loss, 0) / places.length;
  }

  private async places(numbers: Float32Array) {
    const { config, packing, batch, settings, step } = this.taken;
    const packed = tensor1d(numbers.slice(0, packing.size));
    // The same cells are dropped as in the step.
    const pass = seePass(config, everyWeight(config), packed, batch, ["logits"], dropoutOf(settings, step));
    const { logits } = await pass.finally(() => packed.dispose());
    if (!logits) throw new Error("The forward pass gave no logits.");
    return placeLosses(batch, logits.data, outputSize(config), settings.smoothing);
  }
}
