/**
 * Pictures of figures: halved, so that they are small, and compared so that another machine's anti-aliasing passes and a
 * lost mark does not. Runs in a browser's page, which decodes PNGs; knows nothing of figures.
 */
import type { Page } from "playwright-core";

/** A PNG at half of its size. */
export async function halved(page: Page, png: Buffer): Promise<Buffer> {
  const text = await page.evaluate(async (source) => {
    const image = new Image();
    image.src = `data:image/png;base64,${source}`;
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [Math.ceil(image.width / 2), Math.ceil(image.height / 2)];
    const context = canvas.getContext("2d");
    if (!context) throw new Error("This browser has no canvas.");
    context.imageSmoothingQuality = "high";
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return canvas.toDataURL("image/png").split(",")[1] ?? "";
  }, png.toString("base64"));
  return Buffer.from(text, "base64");
}

export interface Difference {
  /** Whether the sizes are the same but for two pixels. */
  readonly sameSize: boolean;
  /** Pixels that differ, of those that are drawn on in either picture; both halved once more. In [0, 1]. */
  readonly share: number;
  /** The same of the worst square of 32 by 32 CSS pixels, of all its pixels: a lost mark is small but whole. */
  readonly worst: number;
}

export function compare(page: Page, expected: Buffer, found: Buffer): Promise<Difference> {
  return page.evaluate(
    async ([a, b]) => {
      /** Reduced pixels along each side of a square. */
      const side = 8;
      /** Of 255; the most that a channel may differ. */
      const tolerance = 36;
      const decode = async (text: string) => {
        const image = new Image();
        image.src = `data:image/png;base64,${text}`;
        await image.decode();
        return image;
      };
      const [first, second] = [await decode(a), await decode(b)];
      const [width, height] = [Math.ceil(first.width / 2), Math.ceil(first.height / 2)];
      const reduced = (image: HTMLImageElement) => {
        const canvas = document.createElement("canvas");
        [canvas.width, canvas.height] = [width, height];
        const context = canvas.getContext("2d", { willReadFrequently: true });
        if (!context) throw new Error("This browser has no canvas.");
        context.imageSmoothingQuality = "high";
        context.drawImage(image, 0, 0, width, height);
        return context.getImageData(0, 0, width, height).data;
      };
      const [before, after] = [reduced(first), reduced(second)];
      const apart = (x: Uint8ClampedArray, i: number, y: Uint8ClampedArray, j: number) =>
        Math.max(...[0, 1, 2].map((channel) => Math.abs((x[i + channel] ?? 0) - (y[j + channel] ?? 0))));
      let [drawn, different] = [0, 0];
      const squares = new Map<string, number>();
      for (let at = 0; at < before.length; at += 4) {
        // The first pixel is the ground.
        if (apart(before, at, before, 0) > 12 || apart(after, at, after, 0) > 12) drawn += 1;
        if (apart(before, at, after, at) <= tolerance) continue;
        different += 1;
        const [x, y] = [(at / 4) % width, Math.floor(at / 4 / width)];
        const square = `${Math.floor(x / side)} ${Math.floor(y / side)}`;
        squares.set(square, (squares.get(square) ?? 0) + 1);
      }
      const sameSize = Math.abs(first.width - second.width) <= 2 && Math.abs(first.height - second.height) <= 2;
      const worst = Math.max(0, ...squares.values()) / side ** 2;
      return { sameSize, share: drawn === 0 ? 1 : different / drawn, worst };
    },
    [expected.toString("base64"), found.toString("base64")] as const,
  );
}
