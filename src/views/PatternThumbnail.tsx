/** One head's pattern, small, on a canvas: one pixel a cell, scaled up without smoothing. */
import { useEffect, useRef } from "react";
import { sequentialBytes, type Theme } from "../geometry/colour";

interface Props {
  /** [queries, keys], row-major, in [0, 1]. */
  readonly pattern: Float32Array;
  readonly queries: number;
  readonly keys: number;
  readonly theme: Theme;
}

const palettes = { light: sequentialBytes("light"), dark: sequentialBytes("dark") } as const;

export function PatternThumbnail({ pattern, queries, keys, theme }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext("2d");
    if (!context) return;
    const image = context.createImageData(keys, queries);
    const palette = palettes[theme];
    for (const [index, share] of pattern.entries()) {
      const shade = Math.round(Math.min(1, Math.max(0, share)) * 255) * 3;
      image.data.set(palette.subarray(shade, shade + 3), index * 4);
      image.data[index * 4 + 3] = 255;
    }
    context.putImageData(image, 0, 0);
  }, [pattern, queries, keys, theme]);
  return <canvas ref={canvas} className="thumbnail" width={keys} height={queries} aria-hidden="true" />;
}
