/** A forward pass of a model in training on packed weights: with or without a gradient, and what is read of it. */
import { dispose, type Tensor, tensor2d, tensor3d, tidy } from "@tensorflow/tfjs-core";
import type { ModelConfig } from "../../model/config";
import { type TransformerInputs, transformer } from "../../model/forward/transformer";
import type { Operations } from "../../model/operations";
import type { Batch } from "../../model/training/batch";
import { type Dropout, trainingOperations } from "../../model/training/operations";
import { type Packing, tensorsOf } from "../../model/training/packing";

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

/** Token ids or patches as tensors. */
export function givenOf(batch: Batch): Given {
  if ("patches" in batch) {
    const { patches } = batch;
    const [first] = patches;
    const shape: [number, number, number] = [patches.length, first?.length ?? 0, first?.[0]?.length ?? 0];
    return { ids: tensor3d(patches.flat(2), shape, "float32"), source: null, keep: null, segments: null };
  }
  const { ids, source, keep } = batch;
  const table = (rows: readonly (readonly number[])[], type: "int32" | "float32" = "int32") =>
    tensor2d(rows.flat(), [rows.length, rows[0]?.length ?? 0], type);
  return { ids: table(ids), source: source && table(source), keep: keep && table(keep, "float32"), segments: null };
}

/** `weights` in the order of the packing → [B, T, V], or [B, K] of a model that classifies. */
export function logitsOf(
  op: Operations<Tensor>,
  config: ModelConfig,
  { places }: Packing,
  weights: readonly Tensor[],
  given: Given,
): Tensor {
  const byName = new Map(places.map(({ name }, index) => [name, weights[index]]));
  const weight = (name: string) => {
    const found = byName.get(name);
    if (!found) throw new Error(`The model has no weight named ${name}.`);
    return found;
  };
  return transformer(op, config, weight, given);
}

/** What `Onlooked.see` answers, of weights [N] or a state that begins with them; with dropout where it is given. */
export async function seePass(
  config: ModelConfig,
  packing: Packing,
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
    logitsOf(op, config, packing, tensorsOf(packing, packed), givenOf(batch));
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
