import { describe, expect, it } from "vitest";
import { digits, imageSize } from "./digits";

describe("the digits", () => {
  const all = digits();

  it("are 9,000 to learn from and 1,000 held out, no image among both", () => {
    const images = (side: string) =>
      all.filter((digit) => digit.side === side).map(({ pixels }) => Buffer.from(pixels).toString("base64"));
    const [train, test] = [images("train"), new Set(images("test"))];
    expect([train.length, test.size]).toEqual([9000, 1000]);
    expect(train.some((image) => test.has(image))).toBe(false);
  });

  it("have ink in the middle and paper at the edge", () => {
    const mean = (place: number) => all.reduce((sum, { pixels }) => sum + (pixels[place] ?? 0), 0) / all.length;
    expect(mean(0)).toBe(0);
    expect(mean((imageSize * imageSize) / 2 + imageSize / 2)).toBeGreaterThan(60);
  });

  it("are all ten, in both sides", () => {
    for (const side of ["train", "test"]) {
      expect(new Set(all.filter((digit) => digit.side === side).map(({ label }) => label)).size).toBe(10);
    }
  });
});
