/**
 * Handwritten digits as batches for a model of images. Which of them a step has, and how far each is moved, depends on the
 * seed and the step alone, so that a run that goes on later reads the same ones.
 */
import type { ImageEncoderConfig } from "../config";
import { randomNumbers } from "../parameters";
import { cutPatches } from "../patches";
import type { ImageBatch } from "./batch";
import { type Digit, type Digits, digitSize } from "./digits";
import { imageConfigOf, type Plan } from "./plan";
import { below, oneOf } from "./tasks/task";

/** Pixels that a digit is moved by at most, up, down and to each side: few pictures are learned by heart, moved ones less so. */
const farthest = 2;

export class DigitData {
  readonly kind = "digits";
  readonly config: ImageEncoderConfig;
  private readonly digits: Digits;
  private readonly seed: number;

  constructor(plan: Plan, digits: Digits) {
    this.config = imageConfigOf(plan);
    this.digits = digits;
    this.seed = plan.seed;
  }

  /** What step `step` learns from. */
  batch(step: number, size: number): ImageBatch {
    const random = randomNumbers(this.seed * 1_000_003 + step);
    const by = () => below(2 * farthest + 1, random) - farthest;
    return this.layOut(Array.from({ length: size }, () => moved(oneOf(this.digits.trained, random), by(), by())));
  }

  /** Digits that are never trained on, the same for every seed; no more than there are. */
  heldOut(size: number): readonly Digit[] {
    return this.digits.heldOut.slice(0, size);
  }

  /** The first `size` of these with their answers. */
  test(size: number): ImageBatch {
    return this.layOut(this.heldOut(size));
  }

  symbol(target: number): string {
    return String(target);
  }

  layOut(digits: readonly Digit[]): ImageBatch {
    return {
      patches: digits.map(({ pixels }) => cutPatches(this.config, pixels)),
      targets: digits.map(({ label }) => [label]),
      counted: digits.map(() => [1]),
    };
  }
}

/** What is moved off the picture is lost; paper comes in. */
function moved({ label, pixels }: Digit, right: number, down: number): Digit {
  const result = new Float32Array(pixels.length);
  for (let row = Math.max(0, down); row < Math.min(digitSize, digitSize + down); row++) {
    const from = (row - down) * digitSize;
    const whole = pixels.subarray(from + Math.max(0, -right), from + Math.min(digitSize, digitSize - right));
    result.set(whole, row * digitSize + Math.max(0, right));
  }
  return { label, pixels: result };
}
