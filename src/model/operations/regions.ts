/** Boxes of cells: which part of an input a cell of the result is made from, and reading no more than those. */
import type { Operand } from "./derivation";

export type Shape = readonly number[];
export type Index = readonly number[];

/** The cells of an input with from[d] ≤ index[d] < to[d] in every dimension d. */
export interface Region {
  /** Which input of the operation, from 0. */
  readonly input: number;
  readonly from: Index;
  readonly to: Index;
}

/** What an input holds at an index; only cells that were asked for can be read. */
export type Read = (input: number, index: Index) => number;

/** The inputs of an operation as its one-cell arithmetic sees them. */
export interface Inputs {
  readonly shapes: readonly Shape[];
  readonly read: Read;
}

/** The region of one cell. `index` may have more leading coordinates than the input has dimensions (broadcasting). */
export function cellRegion(input: number, index: Index): Region {
  return { input, from: index, to: index.map((place) => place + 1) };
}

/** The region of all cells along the last dimension; `before` says where in the others. */
export function rowRegion(input: number, before: Index, size: number): Region {
  return { input, from: [...before, 0], to: [...before.map((place) => place + 1), size] };
}

/** `index` in an input of that shape, which may lack leading dimensions or have 1 in place of a length. */
export function broadcast(shape: Shape, index: Index): Index {
  const extra = index.length - shape.length;
  return shape.map((size, dimension) => (size === 1 ? 0 : (index[dimension + extra] ?? 0)));
}

/** A cell of an input together with its value. */
export function operand({ read }: Inputs, input: number, index: Index): Operand {
  return { input, index, value: read(input, index) };
}

/** Length of the last dimension. */
export function lastSize(shape: Shape): number {
  return shape[shape.length - 1] ?? 1;
}

/** Number of cells. */
export function sizeOf(shape: Shape): number {
  return shape.reduce((product, length) => product * length, 1);
}

/** The last coordinate, and those before it. */
export function splitIndex(index: Index): { readonly before: number[]; readonly last: number } {
  return { before: index.slice(0, -1), last: index[index.length - 1] ?? 0 };
}

/** The region of all cells. */
export function wholeRegion(input: number, shape: Shape): Region {
  return { input, from: shape.map(() => 0), to: shape };
}

/** Whether two regions are the same cells of the same input. */
export function sameRegion(a: Region, b: Region): boolean {
  return a.input === b.input && a.from.join() === b.from.join() && a.to.join() === b.to.join();
}

/** A region's values, row-major. */
export interface Window {
  readonly region: Region;
  readonly data: ArrayLike<number>;
}

/** Inputs of which only these windows are known; reading beside them throws. */
export function windowed(shapes: readonly Shape[], windows: readonly Window[]): Inputs {
  const read: Read = (input, index) => {
    for (const { region, data } of windows) {
      const offset = region.input === input ? offsetIn(region, index) : null;
      if (offset !== null) return data[offset] ?? Number.NaN;
    }
    throw new Error(`Cell [${index.join(", ")}] of input ${input + 1} is in none of the regions that were read.`);
  };
  return { shapes, read };
}

/** Where in a region's row-major values an index is; null outside. */
function offsetIn({ from, to }: Region, index: Index): number | null {
  let offset = 0;
  for (let dimension = 0; dimension < from.length; dimension++) {
    const [low = 0, high = 0, place = -1] = [from[dimension], to[dimension], index[dimension]];
    if (place < low || place >= high) return null;
    offset = offset * (high - low) + place - low;
  }
  return offset;
}
