/** In a worker: steps of training a decoder, by the app's trainer. */
import "@tensorflow/tfjs-backend-cpu";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import "@tensorflow/tfjs-backend-webgl";
import "@tensorflow/tfjs-backend-webgpu";
import { env, memory, ready, setBackend } from "@tensorflow/tfjs-core";
import { Trainer } from "../../src/engine/training/trainer";
import type { DecoderOnlyConfig } from "../../src/model/config";
import { initialParameters } from "../../src/model/training/initial";

/** Of a decoder whose feed-forward layers are four times as wide as it is. */
export interface TrainingSize {
  readonly width: number;
  readonly layers: number;
  readonly heads: number;
  /** Tokens of a row, and rows. */
  readonly length: number;
  readonly batch: number;
  readonly vocabulary: number;
}

/** What the worker is sent; it answers with the times once. */
export interface TrainingOrder {
  readonly backend: "wasm" | "webgl" | "webgpu" | "cpu";
  readonly size: TrainingSize;
  /** At most, after a first that is not counted; fewer where they have taken `longest` ms, but one at least. */
  readonly steps: number;
  readonly longest: number;
}

export interface TrainingTimes {
  /** ms, one a step. */
  readonly times: readonly number[];
  /** Weights. */
  readonly parameters: number;
  /** Tensors after the first step, and after the last. */
  readonly tensorsBefore: number;
  readonly tensorsAfter: number;
}

/** There is none for WebGPU where the browser has no adapter. */
export type TrainingAnswer = TrainingTimes | "noAdapter";

async function measure({ backend, size, steps, longest }: TrainingOrder): Promise<TrainingAnswer> {
  if (backend === "webgpu" && !(await navigator.gpu?.requestAdapter())) return "noAdapter";
  env().set("WASM_HAS_MULTITHREAD_SUPPORT", false);
  setWasmPaths("/tensorflow/");
  if (!(await setBackend(backend))) throw new Error(`${backend} is not available here.`);
  await ready();
  const { width, layers, heads, length, batch, vocabulary } = size;
  const config: DecoderOnlyConfig = {
    architecture: "decoderOnly",
    ...{ width, heads, layers, feedForward: 4 * width, vocabulary, maximumLength: length },
    ...{ activation: "relu", norm: "pre", epsilon: 1e-5, padding: 0, positions: "learned" },
    ...{ tiedOutput: true, outputBias: false, finalNorm: true },
  };
  const optimiser = { kind: "adamW", beta1: 0.9, beta2: 0.98, epsilon: 1e-8, weightDecay: 0.01, clip: 1 } as const;
  const schedule = { kind: "constant", rate: 1e-3, warmUp: 10, steps } as const;
  const settings = { optimiser, schedule, dropout: 0, smoothing: 0, seed: 1 };
  const trainer = new Trainer(config, settings, initialParameters(config, 1, 1));
  const rows = Array.from({ length: batch }, (_, row) =>
    Array.from({ length: length + 1 }, (_, place) => 1 + ((row * 7 + place * (1 + (row % 5))) % (vocabulary - 1))),
  );
  const given = {
    ids: rows.map((row) => row.slice(0, -1)),
    source: null,
    keep: null,
    targets: rows.map((row) => row.slice(1)),
    counted: rows.map((row) => row.slice(1).map(() => 1)),
  };
  await trainer.step(given);
  const tensorsBefore = memory().numTensors;
  const times: number[] = [];
  const first = performance.now();
  do {
    const began = performance.now();
    await trainer.step(given);
    times.push(performance.now() - began);
  } while (times.length < steps && performance.now() - first < longest);
  const tensorsAfter = memory().numTensors;
  trainer.dispose();
  return { times, parameters: trainer.packing.size, tensorsBefore, tensorsAfter };
}

self.onmessage = async ({ data }: MessageEvent<TrainingOrder>) => {
  self.postMessage(await measure(data));
};
