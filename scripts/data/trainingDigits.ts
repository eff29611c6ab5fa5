/**
 * npx tsx scripts/data/trainingDigits.ts: writes public/data/digits.bin, what the page that trains learns digits from. Those
 * held out are of those that `digits` was never trained on either.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { deflateRawSync } from "node:zlib";
import { type Digit, writeDigits } from "../../src/model/training/digits";
import { sample } from "../models/forced";
import { digits, type Digit as Scanned } from "./digits";

const counts = { train: 2000, test: 256 } as const;

const all = digits();
const some = (side: keyof typeof counts): readonly Digit[] =>
  sample(
    all.filter((digit) => digit.side === side),
    counts[side],
  ).map(({ label, pixels }: Scanned) => ({ label, pixels: Float32Array.from(pixels, (value) => value / 255) }));
const bytes = deflateRawSync(writeDigits({ trained: some("train"), heldOut: some("test") }), { level: 9 });
mkdirSync("public/data", { recursive: true });
writeFileSync("public/data/digits.bin", bytes);
process.stdout.write(`${bytes.length} bytes\n`);
