/** Handwritten digits in a small file: 16 shades of grey, those that are never trained on last. Plain numbers. */
import { inflated } from "../inflate";

/** Pixels along each side of a picture. */
export const digitSize = 28;
const pixels = digitSize ** 2;
/** The darkest of the shades; 0 is paper. */
const darkest = 15;
/** Two whole numbers of two bytes each: pictures to learn from, and all. */
const head = 4;

export interface Digit {
  readonly label: number;
  /** [28 · 28] in [0, 1], row by row from the top left; 1 is ink. */
  readonly pixels: Float32Array;
}

export interface Digits {
  readonly trained: readonly Digit[];
  /** Never trained on. */
  readonly heldOut: readonly Digit[];
}

/** `head`, a label for each, and two pixels a byte; the file is this, packed by DEFLATE. */
export function writeDigits({ trained, heldOut }: Digits): Uint8Array<ArrayBuffer> {
  const all = [...trained, ...heldOut];
  const bytes = new Uint8Array(head + all.length * (1 + pixels / 2));
  const view = new DataView(bytes.buffer);
  view.setUint16(0, trained.length, true);
  view.setUint16(2, all.length, true);
  let at = head + all.length;
  for (const [index, digit] of all.entries()) {
    bytes[head + index] = digit.label;
    const shades = Uint8Array.from(digit.pixels, (ink) => Math.round(ink * darkest));
    for (let place = 0; place < pixels; place += 2) {
      bytes[at++] = (shades[place] ?? 0) * (darkest + 1) + (shades[place + 1] ?? 0);
    }
  }
  return bytes;
}

/** `file` as it lies on the server; rejects where it is damaged. */
export async function readDigits(file: Uint8Array<ArrayBuffer>): Promise<Digits> {
  const bytes = await inflated(file);
  const view = new DataView(bytes.buffer);
  const [trained, count] = [view.getUint16(0, true), view.getUint16(2, true)];
  const needed = head + count * (1 + pixels / 2);
  if (bytes.length !== needed) throw new Error(`The digits are ${bytes.length} bytes; ${needed} are needed.`);
  const all = Array.from({ length: count }, (_, index): Digit => {
    const from = head + count + (index * pixels) / 2;
    const ink = new Float32Array(pixels);
    for (let place = 0; place < pixels; place++) {
      const pair = bytes[from + (place >> 1)] ?? 0;
      ink[place] = (place % 2 === 0 ? pair >> 4 : pair & darkest) / darkest;
    }
    return { label: bytes[head + index] ?? 0, pixels: ink };
  });
  return { trained: all.slice(0, trained), heldOut: all.slice(trained) };
}
