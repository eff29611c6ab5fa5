/** Cuts images into patches, the tokens of an image encoder. */
import type { ImageEncoderConfig } from "./config";

/**
 * An image's values, [channels, imageSize, imageSize] row-major → its patches [P, I], row by row from the top left;
 * inside a patch again channel, row, column. Throws where the image has another number of values.
 */
export function cutPatches(config: ImageEncoderConfig, image: ArrayLike<number>): number[][] {
  const { imageSize, patchSize, channels } = config;
  const needed = channels * imageSize ** 2;
  if (image.length !== needed) throw new RangeError(`The image has ${image.length} values; ${needed} are needed.`);
  const cut: number[][] = [];
  for (let top = 0; top < imageSize; top += patchSize) {
    for (let left = 0; left < imageSize; left += patchSize) {
      // Plain loops: a step of training cuts a hundred thousand pixels and more.
      const patch: number[] = [];
      for (let channel = 0; channel < channels; channel++) {
        for (let row = top; row < top + patchSize; row++) {
          const from = (channel * imageSize + row) * imageSize + left;
          for (let at = from; at < from + patchSize; at++) patch.push(image[at] ?? 0);
        }
      }
      cut.push(patch);
    }
  }
  return cut;
}
