/** All weights of a model as one row of numbers, so that a step of the optimiser is one operation. */
import { slice, type Tensor } from "@tensorflow/tfjs-core";
import type { ModelConfig } from "../config";
import { heapKernel } from "../operations/heapKernels";
import { run } from "../operations/kernels";
import { type Parameters, parameterShapes } from "../parameters";

interface Place {
  readonly name: string;
  readonly shape: readonly number[];
  readonly from: number;
  readonly size: number;
}

export interface Packing {
  readonly places: readonly Place[];
  /** N, all numbers. */
  readonly size: number;
}

export function packingOf(config: ModelConfig): Packing {
  return packingOfShapes(parameterShapes(config));
}

export function packingOfShapes(shapes: ReadonlyMap<string, readonly number[]>): Packing {
  let size = 0;
  const places = Array.from(shapes, ([name, shape]): Place => {
    const place = { name, shape, from: size, size: shape.reduce((product, length) => product * length, 1) };
    size += place.size;
    return place;
  });
  return { places, size };
}

/** → [N]; throws where a weight is missing. */
export function pack({ places, size }: Packing, parameters: Parameters): Float32Array<ArrayBuffer> {
  const packed = new Float32Array(size);
  for (const { name, from } of places) {
    const found = parameters.get(name);
    if (!found) throw new Error(`There is no weight named ${name} to train.`);
    packed.set(found.data, from);
  }
  return packed;
}

export function unpack({ places }: Packing, packed: Float32Array): Parameters {
  return new Map(places.map(({ name, shape, from, size }) => [name, { shape, data: packed.slice(from, from + size) }]));
}

const piece = heapKernel({
  shape: (_, { shape }) => shape as number[],
  compute(result, [all], _, { from }) {
    if (!all) throw new Error("A piece needs what it is a piece of.");
    result.set(all.subarray(Number(from), Number(from) + result.length));
  },
});

/** Each weight as a tensor of its own, from one that begins with all of them. The library's slices copy the whole. */
export function tensorsOf({ places }: Packing, packed: Tensor): Tensor[] {
  return places.map(({ shape, from, size }) => {
    const quick = piece([packed], { from, shape: [...shape] });
    return quick ?? run("Reshape", { x: slice(packed, from, size) }, { shape: [...shape] });
  });
}
