/** What training makes small. */
import { scalar, type Tensor, tensor2d } from "@tensorflow/tfjs-core";
import { reshape, run } from "../operations/kernels";
import { input } from "../operations/operation";
import { type Batch, countedPlaces } from "./batch";
import { withGradient } from "./kernels/gradient";

/** Below it a probability counts as it: the logarithm of 0 is no number. */
const least = 1e-37;

/**
 * The share that the loss wants of each token, over the number of places that count: [B·T, V]; a row adds up to 1 / places,
 * or to 0 where its place does not count. With `smoothing` ε the right token has 1 − ε, and ε is spread over all V
 * (Szegedy et al. 2015, as torch.nn.CrossEntropyLoss has it).
 */
export function wantedShares(batch: Batch, vocabulary: number, smoothing: number): Tensor {
  const [targets, counted] = [batch.targets.flat(), batch.counted.flat()];
  const places = countedPlaces(batch);
  const shares = new Float32Array(targets.length * vocabulary);
  for (const [place, target] of targets.entries()) {
    if (!counted[place]) continue;
    const row = place * vocabulary;
    if (smoothing > 0) shares.fill(smoothing / vocabulary / places, row, row + vocabulary);
    shares[row + target] = (1 - smoothing + smoothing / vocabulary) / places;
  }
  return tensor2d(shares, [targets.length, vocabulary]);
}

/**
 * Cross-entropy in nats, the mean over places that count: −Σ wanted · ln softmax(logits); logits [B, T, V], wanted
 * [B·T, V] → scalar. Its gradient in the logits is softmax(logits) · Σ wanted − wanted.
 */
export function crossEntropy(logits: Tensor, wanted: Tensor): Tensor {
  const flat = wanted.shape;
  return withGradient([logits], {
    forward([given]) {
      const shares = run("Softmax", { logits: reshape(given ?? logits, flat) }, { dim: 1 });
      const bounded = run("Maximum", { a: shares, b: scalar(least) });
      const products = run("Multiply", { a: wanted, b: run("Log", { x: bounded }) });
      const value = run("Neg", { x: run("Sum", { x: products }, { axis: [0, 1], keepDims: false }) });
      return { value, saved: [shares] };
    },
    backward(slope, saved) {
      const rows = run("Sum", { x: wanted }, { axis: 1, keepDims: true });
      const gradient = run("Sub", { a: run("Multiply", { a: input(saved, 0), b: rows }), b: wanted });
      return [reshape(run("Multiply", { a: gradient, b: slope }), logits.shape)];
    },
  });
}
