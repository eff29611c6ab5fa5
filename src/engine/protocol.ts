/**
 * What crosses between the page and the engine's worker: plain data only, no tensor, no class.
 * Knows nothing of React and nothing of TensorFlow.js.
 */
import type { Architecture } from "../model/config";
import type { AttentionId, AttentionPart, HeadId, Stack } from "../model/names";
import type { Derivation } from "../model/operations/derivation";
import type { Axis, Kind } from "../model/operations/operation";
import type { Region } from "../model/operations/regions";

export const backends = ["webgl", "webgpu", "wasm", "cpu"] as const;
export type Backend = (typeof backends)[number];

/** A language the decoder can write; chosen by the token at its start. */
export interface TargetLanguage {
  /** BCP 47, such as "fr"; also the value in the scene. */
  readonly code: string;
  readonly startToken: number;
}

/** What the page needs to know of a loaded model. */
export interface ModelInfo {
  readonly name: string;
  readonly architecture: Architecture;
  readonly parameters: number;
  /** Bytes of the weights file. */
  readonly bytes: number;
  readonly encoderLayers: number;
  readonly decoderLayers: number;
  readonly heads: number;
  /** C */
  readonly width: number;
  readonly feedForward: number;
  readonly vocabulary: number;
  readonly norm: "pre" | "post";
  /** A layer norm after the last block of each stack. */
  readonly finalNorm: boolean;
  readonly maximumLength: number;
  readonly languages: readonly TargetLanguage[];
}

export interface InputToken {
  readonly id: number;
  /** As the tokenizer shows it. */
  readonly text: string;
  /** False where the model has no such word and reads "unknown" instead. */
  readonly known: boolean;
  /** For unknown words: the nearest known ones, best first, at most three. */
  readonly suggestions: readonly string[];
}

export interface Candidate {
  readonly id: number;
  readonly text: string;
  /** In [0, 1]. */
  readonly probability: number;
}

/** What the decoder says at one position. */
export interface Position {
  /** The token that the decoder was given here. */
  readonly given: { readonly id: number; readonly text: string };
  /** The likeliest tokens, best first, at most ten; the first was taken. */
  readonly candidates: readonly Candidate[];
}

/** The pattern (attention weights) of all heads of one attention. */
export interface AttentionMap extends AttentionId {
  readonly heads: number;
  readonly queries: number;
  readonly keys: number;
  /** [H, queries, keys], row-major; each row adds up to 1. */
  readonly pattern: Float32Array;
}

export interface Decoded {
  /** One per token that the decoder was given, the language token first. */
  readonly positions: readonly Position[];
  /** The output as a reader writes it. */
  readonly text: string;
  /** False where the model's length ended the output before it said <end>. */
  readonly ended: boolean;
}

export interface RunRequest {
  /** Grows with every request; a newer one supersedes an older one. */
  readonly id: number;
  readonly text: string;
  readonly language: string;
  readonly off: readonly HeadId[];
}

export interface RunResult extends Decoded {
  readonly id: number;
  /** The request's text; `text` is the output. */
  readonly inputText: string;
  readonly language: string;
  readonly off: readonly HeadId[];
  readonly source: readonly InputToken[];
  readonly attention: readonly AttentionMap[];
  /** With every head on; null when nothing is switched off. */
  readonly baseline: Decoded | null;
  /** Of the last pass: all operations, and those that had to be computed again. */
  readonly operations: number;
  readonly recomputed: number;
  /** The whole answer, decoding included. */
  readonly milliseconds: number;
  /** The last single forward pass with every attention map read back. */
  readonly passMilliseconds: number;
}

/** What can be wrong with an input or a model; the page puts it into the reader's language. */
export type Problem =
  | { readonly kind: "emptyText" }
  | { readonly kind: "tooLong"; readonly tokens: number; readonly maximum: number }
  | { readonly kind: "checkpoint"; readonly message: string }
  | { readonly kind: "download"; readonly url: string; readonly status: number | null }
  | { readonly kind: "backend"; readonly backend: Backend; readonly message: string };

export type Answer =
  | { readonly kind: "result"; readonly result: RunResult }
  | { readonly kind: "problem"; readonly id: number; readonly problem: Problem; readonly source: readonly InputToken[] }
  /** A newer request came first. */
  | { readonly kind: "superseded"; readonly id: number };

export type Started =
  | { readonly kind: "started"; readonly backend: Backend; readonly model: ModelInfo }
  | { readonly kind: "failed"; readonly problem: Problem };

/** The worker's side, called through comlink. One worker has one backend for life: another backend is another worker. */
export interface EngineApi {
  /** Starts `backend` and loads the model from `modelUrl` (a folder, ending in "/"). */
  start(backend: Backend, modelUrl: string): Promise<Started>;
  run(request: RunRequest): Promise<Answer>;
  /** Times a whole pass of what the request decodes to, nothing remembered: the median of `passes` in ms, or null. */
  time(request: RunRequest, passes: number): Promise<number | null>;
  /** Any values of the last run, by name; read back on demand. Unknown names are absent. */
  values(names: readonly string[]): Promise<Readonly<Record<string, TracedArray>>>;
  /** The steps of the last run. */
  trace(): Promise<readonly TraceStep[]>;
  /** Number of live tensors, for tests of leaks. */
  tensors(): Promise<number>;
  /** Called back once if the backend is lost for good (such as a lost WebGL context). */
  onLost(callback: (message: string) => void): Promise<void>;
}

export interface TracedArray {
  readonly shape: readonly number[];
  readonly axes: readonly Axis[];
  readonly data: Float32Array;
}

/** Where one number comes from. */
export interface DerivedCell {
  readonly name: string;
  readonly index: readonly number[];
  /** As the model computed it; the derivation's result differs by rounding alone, unless the cell is switched off. */
  readonly value: number;
  readonly derivation: Derivation;
  /** The cells of the operands that the derivation reads. */
  readonly regions: readonly Region[];
  /** By the number that the derivation gives its inputs. */
  readonly operands: readonly DerivedOperand[];
  /** The cell belongs to what is switched off: the derivation's result was replaced by 0. */
  readonly switchedOff: boolean;
}

export interface DerivedOperand {
  readonly name: string;
  /** A step can be derived in turn; an input is what the model was given, a weight what training made of it. */
  readonly from: "step" | "input" | "weight";
  readonly shape: readonly number[];
  readonly axes: readonly Axis[];
}

/** One named value: what it is and what it came from. */
export interface TraceStep {
  readonly name: string;
  readonly stack: Stack | null;
  readonly layer: number | null;
  readonly part: AttentionPart | "feedForward" | null;
  readonly value: string;
  readonly kind: Kind;
  readonly shape: readonly number[];
  readonly axes: readonly Axis[];
  /** Names of the values it was made from. */
  readonly inputs: readonly string[];
  /** Names of the weights it was made from. */
  readonly weights: readonly string[];
  readonly attributes: Readonly<Record<string, unknown>>;
  /** Whether this run computed it, or an earlier one did and nothing it depends on has changed. */
  readonly computed: boolean;
}
