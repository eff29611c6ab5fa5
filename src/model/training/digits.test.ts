import { readFileSync } from "node:fs";
import { deflateRawSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { DigitData } from "./digitData";
import { type Digits, readDigits, writeDigits } from "./digits";
import { firstPlan, withTask } from "./plan";

const plan = withTask(firstPlan, "digits");
let digits: Digits;
beforeAll(async () => {
  digits = await readDigits(new Uint8Array(readFileSync("public/data/digits.bin")));
});

describe("the file of digits", () => {
  it("comes back as it was, in 16 shades", async () => {
    const few = { trained: digits.trained.slice(0, 3), heldOut: digits.heldOut.slice(0, 2) };
    expect(await readDigits(new Uint8Array(deflateRawSync(writeDigits(few))))).toEqual(few);
  });

  it("is small, and has every digit often on both sides, no picture twice", () => {
    expect(readFileSync("public/data/digits.bin").length).toBeLessThan(300_000);
    expect([digits.trained.length, digits.heldOut.length]).toEqual([2000, 256]);
    for (const side of [digits.trained, digits.heldOut]) {
      for (let label = 0; label < 10; label++) {
        expect(side.filter((digit) => digit.label === label).length).toBeGreaterThan(side.length / 20);
      }
    }
    const all = [...digits.trained, ...digits.heldOut];
    expect(new Set(all.map(({ pixels }) => pixels.join())).size).toBe(all.length);
  });

  it("is refused where it is cut short", async () => {
    const whole = writeDigits({ trained: digits.trained.slice(0, 2), heldOut: [] });
    await expect(readDigits(new Uint8Array(deflateRawSync(whole.slice(0, -1))))).rejects.toThrow(/bytes/);
  });
});

describe("what a step reads of digits", () => {
  it("is the same for the same seed and step, and other for others", () => {
    const batch = (seed: number, step: number) => new DigitData({ ...plan, seed }, digits).batch(step, 4);
    expect(batch(1, 2)).toEqual(batch(1, 2));
    expect(batch(1, 2)).not.toEqual(batch(2, 2));
    expect(batch(1, 2)).not.toEqual(batch(1, 3));
  });

  it("is pictures to learn from, moved by two pixels at most, as patches of the model", () => {
    const ink = (label: number, values: readonly number[]) =>
      `${label}:${values.reduce((sum, value) => sum + value, 0).toFixed(3)}`;
    const trained = new Set(digits.trained.map(({ label, pixels }) => ink(label, [...pixels])));
    const { patches, targets, counted } = new DigitData(plan, digits).batch(0, 64);
    expect(patches.map((image) => [image.length, image[0]?.length])).toEqual(targets.map(() => [16, 49]));
    expect(counted.flat()).toEqual(targets.map(() => 1));
    // MNIST's digits have a margin of four pixels, so that hardly any ink is lost.
    const known = patches.filter((image, index) => trained.has(ink(targets[index]?.[0] ?? -1, image.flat())));
    expect(known.length).toBeGreaterThan(55);
  });

  it("is never what is held out", () => {
    const data = new DigitData(plan, digits);
    const held = data.test(256);
    expect(held.targets.length).toBe(256);
    const read = new Set<string>();
    for (let step = 0; step < 20; step++) for (const image of data.batch(step, 64).patches) read.add(String(image));
    expect(held.patches.filter((image) => read.has(String(image)))).toEqual([]);
    expect(data.heldOut(3)).toEqual(digits.heldOut.slice(0, 3));
  });
});
