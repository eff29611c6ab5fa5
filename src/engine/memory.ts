/**
 * What a model takes of a backend's memory, and what the backend can give, so that a model that is too large is refused
 * before it is loaded: the WASM backend of TensorFlow.js does not notice when its heap is full, and computes on as if it
 * were not. Pure: what the device has is measured elsewhere.
 */
import { type ModelConfig, outputSize, patchCounts } from "../model/config";
import { probabilities } from "../model/forward/output";
import { transformer } from "../model/forward/transformer";
import type { Name } from "../model/names";
import { type Attributes, type Axis, type Kind, operations } from "../model/operations";
import { parameterAxes, parameterShapes } from "../model/parameters";
import type { Backend } from "./protocol";
import { kept } from "./runner";

/** Bytes. */
export interface Memory {
  readonly total: number;
  /** Of the largest tensor alone. */
  readonly largest: number;
}

/** What is known of a device; null for what it does not say. */
export interface Device {
  /** Bytes of memory; browsers round it, and some do not tell. */
  readonly memory: number | null;
  /** Texels along a side of the largest texture (WebGL). */
  readonly textureSize: number | null;
  /** Bytes of the largest buffer (WebGPU). */
  readonly bufferSize: number | null;
}

const cell = 4; // bytes of a float32
const GiB = 2 ** 30;
/** Of a heap, what freed and used pieces between one another leave to use. */
const usable = 0.9;

/** A value of the forward pass, as far as its size goes. */
interface Sized {
  readonly axes: readonly Axis[];
  readonly cells: number;
}

/**
 * For an input of `length` tokens (of each stack): the weights, and every value of a pass as often as the runner keeps
 * it. WASM holds the weights of matrix products once more, in the order in which its kernels read them.
 */
export function memoryNeeded(config: ModelConfig, length: number, backend: Backend): Memory {
  const [shapes, axesOf] = [parameterShapes(config), parameterAxes(config)];
  const weightCells = (path: string) => (shapes.get(path) ?? []).reduce((product, size) => product * size, 1);
  const [sizes, cells] = [sizesOf(config, length), { once: 0, eachRun: 0, packed: 0, largest: 0 }];
  for (const path of shapes.keys()) {
    cells.once += weightCells(path);
    cells.largest = Math.max(cells.largest, weightCells(path));
  }
  const op = {
    apply<K extends Kind>(kind: K, _: Name, inputs: readonly Sized[], attributes: Attributes[K]): Sized {
      const axes = operations[kind].axes(
        inputs.map((one) => one.axes),
        attributes,
      );
      const size = axes.reduce((product, axis) => product * (sizes[axis] ?? 1), 1);
      cells[axes.some((axis) => axis === "T" || axis === "S" || axis === "P") ? "eachRun" : "once"] += size;
      cells.largest = Math.max(cells.largest, size);
      if (kind === "linear") cells.packed += inputs[1]?.cells ?? 0;
      return { axes, cells: size };
    },
  };
  const ids = (axis: Axis): Sized => ({ axes: ["B", axis], cells: length });
  const weights = (path: string): Sized => ({ axes: axesOf.get(path) ?? [], cells: weightCells(path) });
  const given = { ids: ids("T"), source: ids("S"), segments: ids("T"), keep: null };
  const logits = transformer(op, config, weights, given);
  probabilities(op, logits);
  const total = cells.once + kept * cells.eachRun + (backend === "wasm" ? cells.packed : 0);
  return { total: total * cell, largest: cells.largest * cell };
}

function sizesOf(config: ModelConfig, length: number): Readonly<Partial<Record<Axis, number>>> {
  const { width, heads, feedForward } = config;
  const common = { B: 1, T: length, S: length, C: width, H: heads, D: width / heads, F: feedForward };
  if (config.architecture !== "imageEncoder") return { ...common, V: config.vocabulary, K: outputSize(config) };
  const { patches, values } = patchCounts(config);
  return { ...common, P: patches, I: values, K: config.classes };
}

/** Rows of the longest input: tokens, or an image's patches and the class token. */
export function longest(config: ModelConfig): number {
  return config.architecture === "imageEncoder" ? patchCounts(config).patches + 1 : config.maximumLength;
}

/** Half of the device's memory at most: the page, the browser and what else runs need the rest. */
export function memoryOffered(backend: Backend, { memory, textureSize, bufferSize }: Device): Memory {
  const share = (memory ?? 4 * GiB) / 2;
  switch (backend) {
    case "wasm": {
      // 32-bit addresses.
      const total = usable * Math.min(4 * GiB, share);
      return { total, largest: total };
    }
    case "webgl":
      // Some kernels, the look-up of embeddings among them, put one number into a texel.
      return { total: share, largest: cell * (textureSize ?? 4096) ** 2 };
    case "webgpu":
      // What every implementation of WebGPU has to give.
      return { total: share, largest: bufferSize ?? 128 * 2 ** 20 };
    case "cpu":
      return { total: share, largest: share };
  }
}

/** A model must be able to read 64 tokens to be worth opening, or as many as it was made for; an image it reads whole. */
function least(config: ModelConfig): number {
  return config.architecture === "imageEncoder" ? longest(config) : Math.min(64, config.maximumLength);
}

/**
 * Tokens of input, up to the model's own length, for which the memory does; null where it does not even do for a few.
 */
export function affordableLength(config: ModelConfig, backend: Backend, offered: Memory): number | null {
  const fits = (length: number) => {
    const needed = memoryNeeded(config, length, backend);
    return needed.total <= offered.total && needed.largest <= offered.largest;
  };
  let low = least(config);
  if (!fits(low)) return null;
  let high = longest(config);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** What is needed for the few tokens that a model must be able to read. */
export function leastMemory(config: ModelConfig, backend: Backend): Memory {
  return memoryNeeded(config, least(config), backend);
}
