/** A small grey picture, one pixel a value: ink on paper in both themes. */
import { useEffect, useRef } from "react";
import "./pixel-picture.css";

interface Props {
  /** In [0, 1], row by row; 1 is ink. */
  readonly pixels: readonly number[];
  /** Pixels across and down. */
  readonly width: number;
  readonly height: number;
  /** CSS pixels across and down. */
  readonly size: number;
}

export function PixelPicture({ pixels, width, height, size }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext("2d");
    if (!context) return;
    const image = context.createImageData(width, height);
    for (const [index, ink] of pixels.entries()) image.data[index * 4 + 3] = Math.round(ink * 255);
    context.putImageData(image, 0, 0);
  }, [pixels, width, height]);
  return (
    <canvas
      ref={canvas}
      className="pixel-picture"
      width={width}
      height={height}
      style={{ width: size, height: size }}
      aria-hidden="true"
    />
  );
}
