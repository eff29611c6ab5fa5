/** Cuts images into patches, the tokens of an image encoder. */
import { type ImageEncoderConfig, patchCounts } from "./config";

/**
 * An image's values, [channels, imageSize, imageSize] row-major → its patches [P, I], row by row from the top left;
 * inside a patch again channel, row, column. Throws where the image has another number of values.
 */
export function cutPatches(config: ImageEncoderConfig, image: ArrayLike<number>): number[][] {
  const { imageSize, patchSize, channels } = config;
  const needed = channels * imageSize ** 2;
  if (image.length !== needed) throw new RangeError(`The image has ${image.length} values; ${needed} are needed.`);
  const side = imageSize / patchSize;
  const { patches, values } = patchCounts(config);
  return Array.from({ length: patches }, (_, patch) => {
    const top = Math.floor(patch / side) * patchSize;
    const left = (patch % side) * patchSize;
    return Array.from({ length: values }, (_, value) => {
      const channel = Math.floor(value / patchSize ** 2);
      const row = top + (Math.floor(value / patchSize) % patchSize);
      return image[(channel * imageSize + row) * imageSize + left + (value % patchSize)] ?? 0;
    });
  });
}
