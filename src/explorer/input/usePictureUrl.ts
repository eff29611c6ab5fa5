import { useMemo } from "react";
import type { Input } from "../../engine/protocol";

/** A picture of the input, ink on nothing, that style sheets can cut pieces from; null where it is no image. */
export function usePictureUrl(input: Input | null): string | null {
  return useMemo(() => {
    if (input?.kind !== "image") return null;
    const { pixels, width, height } = input;
    const canvas = document.createElement("canvas");
    Object.assign(canvas, { width, height });
    const context = canvas.getContext("2d");
    if (!context) return null;
    const image = context.createImageData(width, height);
    for (const [index, ink] of pixels.entries()) image.data[index * 4 + 3] = Math.round(ink * 255);
    context.putImageData(image, 0, 0);
    return `url(${canvas.toDataURL()})`;
  }, [input]);
}
