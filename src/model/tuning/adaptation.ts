/**
 * What of a model a method of fine-tuning learns, where it begins, and how the whole comes of it. Plain numbers; the
 * tensors are the engine's business.
 */
import type { DecoderOnlyConfig, EncoderOnlyConfig } from "../config";
import { Fault } from "../fault";
import { type Parameter, type Parameters, parameterShapes, randomNumbers } from "../parameters";
import { initialParameters } from "../training/initial";
import { type Packing, packingOfShapes, unpack } from "../training/packing";
import type { TuningPlan } from "./plan";
import type { TuningCosts } from "./progress";

export type TunedConfig = EncoderOnlyConfig | DecoderOnlyConfig;

/** The two factors that stand beside a weight W [in, out]: W + (α / r) · A B, A [in, r], B [r, out] (Hu et al. 2021). */
export const factorNames = (weight: string) => ({ a: `${weight}.lora.a`, b: `${weight}.lora.b` });

/** The same model with a head of `classes` classes in place of its old one; a decoder's head stays its embedding. */
export function tunedConfig(config: TunedConfig, classes: number): TunedConfig {
  if (config.architecture === "decoderOnly") return config;
  return { ...config, classes, tiedOutput: false, outputBias: true };
}

/** Whether a weight is part of what the answer is read with, behind the last block. A tied output is the embedding. */
export function isHead(config: TunedConfig, weight: string): boolean {
  if (config.architecture === "decoderOnly")
    return weight === "decoder.embedding" || weight.startsWith("decoder.norm.");
  return weight.startsWith("head.") || weight.startsWith("output.");
}

/** The block that a weight is in; null outside blocks. */
function blockOf(weight: string): number | null {
  const found = /^(?:encoder|decoder)\.(\d+)\./.exec(weight);
  return found ? Number(found[1]) : null;
}

function isAdapted({ method, lora }: TuningPlan, weight: string): boolean {
  const of = /\.(query|key|value|output|up|down)\.weight$/.exec(weight)?.[1];
  return method === "lora" && blockOf(weight) !== null && lora.where.some((one) => one === of);
}

/** Whether a step changes a weight itself. With LoRA a new head learns as a whole; a decoder has no new one. */
function isLearned(plan: TuningPlan, config: TunedConfig, weight: string): boolean {
  const block = blockOf(weight);
  const head = isHead(config, weight);
  switch (plan.method) {
    case "full":
      return true;
    case "upper":
      return block === null ? head : block >= config.layers - plan.upper;
    case "head":
      return head;
    case "lora":
      return head && config.architecture === "encoderOnly";
  }
}

/** The whole model before the first step: what the base has of it, and a new head; or nothing but new weights. */
export function startOf(plan: TuningPlan, config: TunedConfig, base: Parameters): Parameters {
  const fresh = initialParameters(config, plan.seed, 1);
  if (plan.start === "random") return fresh;
  return new Map(
    Array.from(fresh, ([name, made]) => {
      // A new head is small at first: it should not say more than it knows.
      const isNew = config.architecture === "encoderOnly" && isHead(config, name);
      return [name, (isNew ? null : base.get(name)) ?? made];
    }),
  );
}

/** What the steps change, by name, as it begins: weights themselves, and the factors of LoRA, whose product is 0 at first. */
export function learnedOf(plan: TuningPlan, config: TunedConfig, start: Parameters): Parameters {
  const random = randomNumbers(plan.seed + 104_729);
  const learned = new Map<string, Parameter>();
  for (const [name, [rows = 1, columns = 1]] of parameterShapes(config)) {
    const whole = start.get(name);
    if (whole && isLearned(plan, config, name)) learned.set(name, { shape: whole.shape, data: whole.data.slice() });
    if (!isAdapted(plan, name)) continue;
    const { a, b } = factorNames(name);
    const { rank } = plan.lora;
    // As wide as Kaiming's bound makes it (He et al. 2015), as the authors' code has it.
    const bound = Math.sqrt(3 / rows);
    const data = Float32Array.from({ length: rows * rank }, () => (random() * 2 - 1) * bound);
    learned.set(a, { shape: [rows, rank], data });
    learned.set(b, { shape: [rank, columns], data: new Float32Array(rank * columns) });
  }
  return learned;
}

/** (α / r) · A B, [in, out]. */
export function productOf({ lora }: TuningPlan, a: Parameter, b: Parameter): Float32Array {
  const [rows = 0, rank = 0] = a.shape;
  const [, columns = 0] = b.shape;
  const product = new Float32Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    for (let k = 0; k < rank; k++) {
      const factor = ((a.data[row * rank + k] ?? 0) * lora.alpha) / lora.rank;
      for (let column = 0; column < columns; column++) {
        product[row * columns + column] =
          (product[row * columns + column] ?? 0) + factor * (b.data[k * columns + column] ?? 0);
      }
    }
  }
  return product;
}

/** The whole model, of what was learned: as any other of its shape, with nothing beside it. */
export function merged(plan: TuningPlan, start: Parameters, learned: Parameters): Parameters {
  return new Map(
    Array.from(start, ([name, before]) => {
      const { shape, data } = learned.get(name) ?? before;
      const names = factorNames(name);
      const [a, b] = [learned.get(names.a), learned.get(names.b)];
      if (!a || !b) return [name, { shape, data }];
      const product = productOf(plan, a, b);
      return [name, { shape, data: data.map((value, index) => value + (product[index] ?? 0)) }];
    }),
  );
}

/** The same of a packed row of numbers that begins with what is learned; throws a Fault where it is too short. */
export function mergedOf(plan: TuningPlan, config: TunedConfig, base: Parameters, numbers: Float32Array): Parameters {
  const start = startOf(plan, config, base);
  const packing = packingOfLearned(learnedOf(plan, config, start));
  const [found, needed] = [numbers.length, packing.size];
  if (found < needed) throw new Fault("fault.training.state", { found, needed });
  return merged(plan, start, unpack(packing, numbers));
}

export function packingOfLearned(learned: Parameters): Packing {
  return packingOfShapes(new Map(Array.from(learned, ([name, { shape }]) => [name, shape])));
}

/** What a plan costs: numbers that learn, all numbers of the model, and bytes of training beside the values of a pass. */
export function costsOf(plan: TuningPlan, config: TunedConfig, available: number): TuningCosts {
  const shapes = parameterShapes(config);
  const sizeOf = (shape: readonly number[]) => shape.reduce((product, length) => product * length, 1);
  let [trainable, all] = [0, 0];
  const adapted: string[] = [];
  for (const [name, shape] of shapes) {
    all += sizeOf(shape);
    if (isLearned(plan, config, name)) trainable += sizeOf(shape);
    if (!isAdapted(plan, name)) continue;
    adapted.push(name);
    trainable += shape.reduce((sum, length) => sum + length * plan.lora.rank, 0);
  }
  // In 32 bits: the weights; and of each number that learns a slope and what AdamW keeps of it, two moments.
  const bytes = { weights: 4 * all, slopes: 4 * trainable, moments: 8 * trainable };
  return { trainable, all, bytes, examples: Math.min(plan.examples, available), adapted };
}
