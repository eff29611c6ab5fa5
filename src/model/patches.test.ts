import { describe, expect, it } from "vitest";
import type { ImageEncoderConfig } from "./config";
import { cutPatches } from "./patches";

const config: ImageEncoderConfig = {
  architecture: "imageEncoder",
  width: 4,
  heads: 1,
  layers: 1,
  feedForward: 4,
  activation: "gelu",
  norm: "pre",
  epsilon: 1e-12,
  imageSize: 4,
  patchSize: 2,
  channels: 1,
  classes: 2,
};

describe("cutPatches", () => {
  it("gives squares row by row, and their pixels row by row", () => {
    const image = Array.from({ length: 16 }, (_, i) => i);
    expect(cutPatches(config, image)).toEqual([
      [0, 1, 4, 5],
      [2, 3, 6, 7],
      [8, 9, 12, 13],
      [10, 11, 14, 15],
    ]);
  });

  it("puts the channels of a patch one after another", () => {
    const image = Array.from({ length: 32 }, (_, i) => i);
    expect(cutPatches({ ...config, channels: 2 }, image)[1]).toEqual([2, 3, 6, 7, 18, 19, 22, 23]);
  });

  it("refuses an image of another size with both numbers", () => {
    expect(() => cutPatches(config, [1, 2])).toThrow("The image has 2 values; 16 are needed.");
  });
});
