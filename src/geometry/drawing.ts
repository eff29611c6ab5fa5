/** Ink on a square of grey pixels, and the way in which MNIST centred its digits. Pure; lengths in pixels of the picture. */
import type { Point } from "./matrixLayout";

/** Half of the pen's width: about that of MNIST's strokes. */
const pen = 1.1;

/**
 * `pixels` [size, size] in [0, 1] with a stroke from one point to another (pixel centres are at .5): full ink inside the
 * pen's width, and a soft edge of one pixel.
 */
export function withStroke(pixels: Float32Array, size: number, from: Point, to: Point): Float32Array {
  const drawn = Float32Array.from(pixels);
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const [x, y] = [column + 0.5 - from.x, row + 0.5 - from.y];
      const along = length > 0 ? Math.min(1, Math.max(0, (x * dx + y * dy) / length)) : 0;
      const ink = Math.min(1, Math.max(0, pen + 0.5 - Math.hypot(x - along * dx, y - along * dy)));
      const at = row * size + column;
      drawn[at] = Math.max(drawn[at] ?? 0, ink);
    }
  }
  return drawn;
}

/** The longer side of a digit in MNIST's 28 by 28 pixels. */
const box = 20;
/** Samples along each side of a pixel, so that a drawing that is shrunk does not lose its thin lines. */
const samples = 3;

/**
 * A drawing as MNIST prepared its digits (LeCun et al. 1998, http://yann.lecun.com/exdb/mnist): scaled, its proportions
 * kept, until its ink fills a box of 20 by 20 pixels, and moved until its centre of mass is the middle of the picture. An
 * empty drawing stays empty.
 */
export function likeMnist(pixels: Float32Array, size: number): Float32Array {
  const bounds = inkBounds(pixels, size);
  const result = new Float32Array(pixels.length);
  if (!bounds) return result;
  const scale = box / Math.max(bounds.right - bounds.left, bounds.bottom - bounds.top);
  const mass = centreOfMass(pixels, size);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      let sum = 0;
      for (let sample = 0; sample < samples * samples; sample++) {
        const x = column + ((sample % samples) + 0.5) / samples - size / 2;
        const y = row + (Math.floor(sample / samples) + 0.5) / samples - size / 2;
        sum += inkAt(pixels, size, mass.x + x / scale, mass.y + y / scale);
      }
      result[row * size + column] = sum / samples ** 2;
    }
  }
  return result;
}

/** The middle of all ink. */
export function centreOfMass(pixels: Float32Array, size: number): Point {
  let [x, y, all] = [0, 0, 0];
  for (const [at, ink] of pixels.entries()) {
    x += ink * ((at % size) + 0.5);
    y += ink * (Math.floor(at / size) + 0.5);
    all += ink;
  }
  return all > 0 ? { x: x / all, y: y / all } : { x: size / 2, y: size / 2 };
}

function inkBounds(pixels: Float32Array, size: number) {
  let [left, top, right, bottom] = [size, size, 0, 0];
  for (const [at, ink] of pixels.entries()) {
    if (ink < 0.1) continue;
    const [column, row] = [at % size, Math.floor(at / size)];
    left = Math.min(left, column);
    right = Math.max(right, column + 1);
    top = Math.min(top, row);
    bottom = Math.max(bottom, row + 1);
  }
  return right > left ? { left, top, right, bottom } : null;
}

/** The ink at a point, between the centres of pixels in proportion; none outside of the picture. */
function inkAt(pixels: Float32Array, size: number, x: number, y: number): number {
  const [column, row] = [Math.floor(x - 0.5), Math.floor(y - 0.5)];
  const [right, down] = [x - 0.5 - column, y - 0.5 - row];
  const pixel = (r: number, c: number) => (r < 0 || c < 0 || r >= size || c >= size ? 0 : (pixels[r * size + c] ?? 0));
  return (
    (1 - down) * ((1 - right) * pixel(row, column) + right * pixel(row, column + 1)) +
    down * ((1 - right) * pixel(row + 1, column) + right * pixel(row + 1, column + 1))
  );
}
