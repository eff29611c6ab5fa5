/** An image to one of a few classes. */
import type { ImageEncoderConfig } from "../../model/config";
import type { Answered } from "../../model/effects";
import { cutPatches } from "../../model/patches";
import type { StackToken } from "../protocol";
import { writtenToken } from "../reader";
import { classes } from "./classes";
import { type Done, refused, rowOf, type TaskContext, type TaskEngine } from "./task";

export function imageClass(config: ImageEncoderConfig, labels: readonly string[]): TaskEngine {
  const { imageSize, patchSize, channels } = config;
  const side = imageSize / patchSize;
  const patches = Array.from({ length: side ** 2 }, (_, patch): StackToken => {
    const place = { row: Math.floor(patch / side), column: patch % side };
    return { ...writtenToken(null, `${place.row + 1}, ${place.column + 1}`), patch: place };
  });
  // What the image encoder puts before the patches; the answer is read off it.
  const stacks = [{ stack: "encoder", tokens: [writtenToken(null, "[CLS]"), ...patches] }] as const;
  return (input) => {
    if (input.kind !== "image") return refused({ kind: "wrongInput", given: input.kind, needed: "image" });
    const { width, height, pixels } = input;
    if (width !== imageSize || height !== imageSize || pixels.length !== imageSize ** 2) {
      return refused({ kind: "wrongSize", width, height, needed: imageSize });
    }
    // Grey is the same in every channel.
    const image = Array.from({ length: channels }, () => pixels).flat();
    const key = JSON.stringify(pixels);
    const run = async ({ pass }: TaskContext): Promise<Done> => {
      const probabilities = await pass({ patches: [cutPatches(config, image)] });
      const row: Answered = { position: 0, question: key, probabilities: rowOf(probabilities, 0) };
      return { stacks, rows: [row], outcome: (before) => classes(row, labels, before) };
    };
    return { kind: "ready", key, run };
  };
}
