/** What each place of a batch adds to the loss, so that a reader can add it up. Plain numbers. */
import type { Batch } from "./batch";

export interface PlaceLoss {
  readonly example: number;
  readonly place: number;
  readonly target: number;
  /** The model's probability of the right token. */
  readonly share: number;
  /** In nats; with label smoothing ε it is (1 − ε) · −ln share + ε · the mean of −ln over the vocabulary. */
  readonly loss: number;
}

/** logits [B, T, V] → every place that counts; the mean of their losses is the loss of the step. */
export function placeLosses(
  { targets, counted }: Batch,
  logits: Float32Array,
  vocabulary: number,
  smoothing: number,
): readonly PlaceLoss[] {
  const found: PlaceLoss[] = [];
  let row = 0;
  for (const [example, own] of targets.entries()) {
    for (const [place, target] of own.entries()) {
      if (counted[example]?.[place]) {
        const said = logits.subarray(row, row + vocabulary);
        const most = said.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
        const whole = most + Math.log(said.reduce((sum, value) => sum + Math.exp(value - most), 0));
        const right = whole - (said[target] ?? 0);
        const mean = whole - said.reduce((sum, value) => sum + value, 0) / vocabulary;
        const loss = (1 - smoothing) * right + smoothing * mean;
        found.push({ example, place, target, share: Math.exp(-right), loss });
      }
      row += vocabulary;
    }
  }
  return found;
}
