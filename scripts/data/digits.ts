/** The data of `digits`: 10,000 handwritten digits of MNIST (LeCun, Cortes and Burges), from the package `mnist`. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { writeRows } from "./files";
import { hash, type Side } from "./split";

/** Pixels along each side of an image. */
export const imageSize = 28;
/** Held out: those whose hash is smallest. */
const heldOut = 1000;

export interface Digit {
  readonly label: number;
  /** 28 · 28 pixels, row by row from the top left; 0 is paper, 255 ink. */
  readonly pixels: Uint8Array;
  readonly side: Side;
}

const require = createRequire(import.meta.url);

/** Every image once. */
export function digits(): readonly Digit[] {
  const folder = join(dirname(require.resolve("mnist/package.json")), "src/digits");
  const found = new Map<string, { label: number; pixels: Uint8Array; rank: number }>();
  for (let label = 0; label < 10; label++) {
    // Of each digit one row of numbers in [0, 1], rounded to thousandths.
    const { data } = JSON.parse(readFileSync(join(folder, `${label}.json`), "utf8")) as { data: number[] };
    for (let start = 0; start < data.length; start += imageSize ** 2) {
      const pixels = Uint8Array.from(data.slice(start, start + imageSize ** 2), (value) => Math.round(value * 255));
      const key = base64(pixels);
      found.set(key, { label, pixels, rank: hash(key) });
    }
  }
  const ranked = [...found.values()].sort((a, b) => a.rank - b.rank);
  return ranked.map(({ label, pixels }, place) => ({ label, pixels, side: place < heldOut ? "test" : "train" }));
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64");
}

/** A line: the digit, its pixels as base64. */
export function writeDigits(folder: string): object {
  const rows = digits().map(({ label, pixels, side }) => ({ side, cells: [String(label), base64(pixels)] }));
  return writeRows(folder, null, rows, {});
}
