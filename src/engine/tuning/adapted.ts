/** A model of which only a part is learned, as tensors: the rest is kept as it began. Owns the memory of that. */
import { dispose, keep, type Tensor, tensor } from "@tensorflow/tfjs-core";
import { add } from "../../model/operations/add";
import { scale } from "../../model/operations/scale";
import type { Parameters } from "../../model/parameters";
import { matMul } from "../../model/training/kernels/matMul";
import { factorNames, packingOfLearned } from "../../model/tuning/adaptation";
import type { TuningPlan } from "../../model/tuning/plan";
import type { Parametrisation } from "../training/pass";

export interface Adapted extends Parametrisation {
  dispose(): void;
}

/** `learned` stands in place of the weights of its names, or beside them as LoRA's factors. */
export function adapted({ lora }: TuningPlan, start: Parameters, learned: Parameters): Adapted {
  const packing = packingOfLearned(learned);
  const still = new Map<string, Tensor>();
  for (const [name, { shape, data }] of start) {
    if (!learned.has(name)) still.set(name, keep(tensor(data, [...shape])));
  }
  return {
    packing,
    weights(tensors) {
      const moving = new Map(packing.places.map(({ name }, index) => [name, tensors[index]]));
      return (name) => {
        const whole = moving.get(name) ?? still.get(name);
        if (!whole) throw new Error(`The model has no weight named ${name}.`);
        const names = factorNames(name);
        const [a, b] = [moving.get(names.a), moving.get(names.b)];
        if (!a || !b) return whole;
        const product = matMul([a, b], { transposeSecond: false }); // [in, out]
        return add.kernel([whole, scale.kernel([product], { factor: lora.alpha / lora.rank })], {});
      };
    },
    dispose: () => dispose([...still.values()]),
  };
}
