/** A forward pass of a model in training on packed weights: with or without a gradient, and what is read of it. */
import { dispose, type Tensor, tensor2d, tensor3d, tidy } from "@tensorflow/tfjs-core";
import type { ModelConfig } from "../../model/config";
import { type TransformerInputs, transformer } from "../../model/forward/transformer";
import type { Operations, Weights } from "../../model/operations";
import type { Batch } from "../../model/training/batch";
import { type Dropout, trainingOperations } from "../../model/training/operations";
import { type Packing, packingOf, tensorsOf } from "../../model/training/packing";

/** A value of a forward pass, on the host. */
export interface Seen {
  readonly shape: readonly number[];
  readonly data: Float32Array;
}

/** A model as it can be looked at: as it stands in training, or as it stood at a moment that was kept. */
export interface Onlooked {
  /** Steps that it has taken. */
  readonly steps: number;
  /** A pass without dropout or gradient → the values of these names, `logits` [B, T, V] or [B, K] among them if asked for. */
  see(batch: Batch, names: readonly string[]): Promise<Readonly<Record<string, Seen>>>;
  /** A weight as it is; throws where there is none of that name. */
  weight(name: string): Promise<Seen>;
}

export type Given = TransformerInputs<Tensor>;

/** Token ids or patches as tensors; a model with segments reads everything as the first one. */
export function givenOf(batch: Batch, config: ModelConfig): Given {
  if ("patches" in batch) {
    const { patches } = batch;
    const [first] = patches;
    const shape: [number, number, number] = [patches.length, first?.length ?? 0, first?.[0]?.length ?? 0];
    return { ids: tensor3d(patches.flat(2), shape, "float32"), source: null, keep: null, segments: null };
  }
  const { ids, source, keep } = batch;
  const table = (rows: readonly (readonly number[])[], type: "int32" | "float32" = "int32") =>
    tensor2d(rows.flat(), [rows.length, rows[0]?.length ?? 0], type);
  const segmented = config.architecture === "encoderOnly" && config.segments > 0;
  const segments = segmented ? table(ids.map((row) => row.map(() => 0))) : null;
  return { ids: table(ids), source: source && table(source), keep: keep && table(keep, "float32"), segments };
}

/** What of a model is learned, and how its weights come of it. */
export interface Parametrisation {
  readonly packing: Packing;
  /** The model's weights by name, made of what is learned, in the order of the packing. */
  weights(learned: readonly Tensor[]): Weights<Tensor>;
}

/** Every weight is learned. */
export function everyWeight(config: ModelConfig): Parametrisation {
  const packing = packingOf(config);
  return {
    packing,
    weights(learned) {
      const byName = new Map(packing.places.map(({ name }, index) => [name, learned[index]]));
      return (name) => {
        const found = byName.get(name);
        if (!found) throw new Error(`The model has no weight named ${name}.`);
        return found;
      };
    },
  };
}

/** → [B, T, V], or [B, K] of a model that classifies. */
export function logitsOf(
  op: Operations<Tensor>,
  config: ModelConfig,
  parametrisation: Parametrisation,
  learned: readonly Tensor[],
  given: Given,
): Tensor {
  return transformer(op, config, parametrisation.weights(learned), given);
}

/** What `Onlooked.see` answers, of what is learned [N] or a state that begins with it; with dropout where it is given. */
export async function seePass(
  config: ModelConfig,
  parametrisation: Parametrisation,
  packed: Tensor,
  batch: Batch,
  names: readonly string[],
  dropout: Dropout | null = null,
): Promise<Readonly<Record<string, Seen>>> {
  const wanted = new Set(names);
  const found = tidy(() => {
    const seen: Record<string, Tensor> = {};
    const training = trainingOperations(dropout);
    const op: Operations<Tensor> = {
      apply(kind, name, inputs, attributes) {
        const result = training.apply(kind, name, inputs, attributes);
        if (wanted.has(name.path)) seen[name.path] = result;
        return result;
      },
    };
    const learned = tensorsOf(parametrisation.packing, packed);
    logitsOf(op, config, parametrisation, learned, givenOf(batch, config));
    return seen;
  });
  const read = Object.entries(found).map(async ([name, tensor]): Promise<[string, Seen]> => {
    const data = (await tensor.data()) as Float32Array;
    return [name, { shape: tensor.shape, data }];
  });
  const result = Object.fromEntries(await Promise.all(read));
  dispose(found);
  return result;
}

/** One weight out of packed ones. */
export async function readWeight({ places }: Packing, packed: Tensor, name: string): Promise<Seen> {
  const place = places.find((one) => one.name === name);
  if (!place) throw new Error(`The model has no weight named ${name}.`);
  const data = (await packed.data()) as Float32Array;
  return { shape: place.shape, data: data.slice(place.from, place.from + place.size) };
}
