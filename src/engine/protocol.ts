/**
 * What crosses between the page and the engine's worker: plain data only, no tensor, no class.
 * Knows nothing of React and nothing of TensorFlow.js.
 */
import type { About, Example } from "../model/about";
import type { Attribution, HeadEffect, Lens } from "../model/analysis";
import type { Change } from "../model/changes";
import type { Task } from "../model/checkpoints/task";
import type { ModelConfig } from "../model/config";
import type { Effect } from "../model/effects";
import type { Explanation } from "../model/explain/explain";
import type { FaultKey } from "../model/fault";
import type { Generation, Input } from "../model/input";
import type { AttentionId, Stack } from "../model/names";
import type { BeamTree } from "../model/sampling/beam";
import type { DerivedCell, TracedArray, TraceStep, ValueWindow } from "./traced";

export type { Attribution, Contribution, HeadEffect, Lens, LensRow, LensStream } from "../model/analysis";
export type { Generation, Input } from "../model/input";
export type { DerivedCell, DerivedOperand, TracedArray, TraceStep, ValueWindow } from "./traced";

export const backends = ["webgl", "webgpu", "wasm", "cpu"] as const;
export type Backend = (typeof backends)[number];

/** The event of a canvas whose WebGL context is taken away, and what a worker says that loses its graphics card. */
export const contextLost = "webglcontextlost";

/** What the page needs to know of a loaded model. */
export interface ModelInfo {
  readonly name: string;
  readonly config: ModelConfig;
  readonly task: Task;
  /** null for a model that came without about.json. */
  readonly about: About | null;
  /** What it offers to try, and opens with the first of: about.json's, else what its tokenizer knows the words of. */
  readonly examples: readonly Example[];
  /** Number of weights. */
  readonly parameters: number;
  /** Bytes of the weights file. */
  readonly bytes: number;
  /** Tokens that it could read where memory were no object; `config.maximumLength` is what it can read here. */
  readonly trainedLength: number;
}

/** One row of a stack's values: a token, or a patch of an image. */
export interface StackToken {
  /** null for what stands for no token of the vocabulary (a patch). */
  readonly id: number | null;
  /** As typed where that is known, else as the vocabulary has it; a patch's "row, column" from 1. */
  readonly text: string;
  /** False where the model has no such word and reads "unknown" instead. */
  readonly known: boolean;
  /** For unknown words: the nearest known ones, best first, at most three. */
  readonly suggestions: readonly string[];
  /** Place in the text, in UTF-16 units; null for what is none of its pieces. */
  readonly place: { readonly start: number; readonly end: number } | null;
  /** What it stands for, where the vocabulary is one of bytes. */
  readonly bytes?: readonly number[];
  /** Hidden from the model, which fills it in. */
  readonly masked: boolean;
  /** Place in the image, in patches from 0. */
  readonly patch: { readonly row: number; readonly column: number } | null;
}

/** What one stack reads; the rows of its values. */
export interface StackTokens {
  readonly stack: Stack;
  readonly tokens: readonly StackToken[];
}

export interface Candidate {
  readonly id: number;
  readonly text: string;
  /** What it stands for, where the vocabulary is one of bytes. */
  readonly bytes?: readonly number[];
  /** By the model, in [0, 1]. */
  readonly probability: number;
  /** With which it could be drawn, after temperature and cuts: 0 is cut; null where nothing is drawn. */
  readonly chance: number | null;
  /** Probability without the changes, where the same question was asked then; else null. */
  readonly before: number | null;
}

/** What a decoder says at one position. */
export interface Position {
  /** The token that it was given here. */
  readonly given: { readonly id: number; readonly text: string };
  /** The likeliest tokens to come next, best first, at most ten. */
  readonly candidates: readonly Candidate[];
  /** The token that does come next, typed or written; null where nothing was written yet. */
  readonly next: Candidate | null;
  /** Tokens that could be drawn here, and their share of the whole distribution; null where nothing is drawn. */
  readonly kept: { readonly tokens: number; readonly share: number } | null;
}

/** What a decoder wrote. */
interface Written {
  /** One per token that the decoder was given. */
  readonly positions: readonly Position[];
  /** Of these, how many it did not write itself: what was typed, or the token that starts an output. */
  readonly prompt: number;
  /** What it wrote, as a reader writes it. */
  readonly text: string;
  /** False where its length or the number of steps ended the output before it said so itself. */
  readonly ended: boolean;
}

export type Outcome =
  /** `beam` where it was searched for; candidates of the tree by token id are named in `tokens`. */
  | (Written & {
      readonly kind: "sequence";
      readonly language: string;
      readonly beam: { readonly tree: BeamTree; readonly tokens: Readonly<Record<number, string>> } | null;
    })
  | (Written & { readonly kind: "nextToken" })
  | {
      readonly kind: "masked";
      /** Every hidden token with what the model puts there. */
      readonly places: readonly { readonly position: number; readonly candidates: readonly Candidate[] }[];
      /** The text with the best candidates put in. */
      readonly text: string;
    }
  /** All classes, likeliest first; `text` is the label, `id` its number. */
  | { readonly kind: "classes"; readonly classes: readonly Candidate[] };

/** An outcome of a model that writes. */
export type WrittenOutcome = Extract<Outcome, { readonly kind: "sequence" | "nextToken" }>;

/** The pattern (attention weights) of all heads of one attention. */
export interface AttentionMap extends AttentionId {
  readonly heads: number;
  readonly queries: number;
  readonly keys: number;
  /** [H, queries, keys], row-major; each row adds up to 1. */
  readonly pattern: Float32Array;
}

export interface RunRequest {
  /** Grows with every request; a newer one supersedes an older one. */
  readonly id: number;
  readonly input: Input;
  readonly changes: readonly Change[];
  readonly generation: Generation;
}

export interface RunResult {
  readonly id: number;
  readonly input: Input;
  readonly changes: readonly Change[];
  readonly generation: Generation;
  /** What each stack read, the encoder first. */
  readonly stacks: readonly StackTokens[];
  readonly attention: readonly AttentionMap[];
  readonly outcome: Outcome;
  /** Without the changes; null when nothing is changed. */
  readonly baseline: Outcome | null;
  /** Of the changes, where something is changed. */
  readonly effect: Effect | null;
  /** Of the last pass: all operations, and those that had to be computed again. */
  readonly operations: number;
  readonly recomputed: number;
  /** The whole answer, writing included. */
  readonly milliseconds: number;
  /** The last single forward pass with every attention map read back. */
  readonly passMilliseconds: number;
}

/** What can be wrong with an input or a model; the page puts it into the reader's language. */
export type Problem =
  | { readonly kind: "emptyText" }
  /** Something was typed, but none of it is in the vocabulary. */
  | { readonly kind: "unknownText" }
  | { readonly kind: "tooLong"; readonly tokens: number; readonly maximum: number }
  /** A change takes values from a text that the model cannot read. */
  | { readonly kind: "otherText"; readonly text: string; readonly problem: Problem }
  | { readonly kind: "wrongInput"; readonly given: Input["kind"]; readonly needed: Input["kind"] }
  | { readonly kind: "wrongSize"; readonly width: number; readonly height: number; readonly needed: number }
  /** A file of the model cannot be used: a message of i18n/faults and its values. */
  | { readonly kind: "checkpoint"; readonly key: FaultKey; readonly values: Readonly<Record<string, string | number>> }
  /** A run cannot be made, or gone on with: the same. */
  | { readonly kind: "run"; readonly key: FaultKey; readonly values: Readonly<Record<string, string | number>> }
  /** The model is too large, as a whole or in its largest tensor; in bytes. */
  | {
      readonly kind: "memory";
      readonly of: "total" | "largest";
      readonly backend: Backend;
      readonly needed: number;
      readonly offered: number;
    }
  | { readonly kind: "download"; readonly url: string; readonly status: number | null }
  | { readonly kind: "backend"; readonly backend: Backend; readonly message: string };

export type Answer =
  | { readonly kind: "result"; readonly result: RunResult }
  /** `tokens` are those of the text, as far as the model could read it. */
  | { readonly kind: "problem"; readonly id: number; readonly problem: Problem; readonly tokens: readonly StackToken[] }
  /** A newer request came first. */
  | { readonly kind: "superseded"; readonly id: number };

export type Started =
  | { readonly kind: "started"; readonly backend: Backend; readonly model: ModelInfo }
  | { readonly kind: "failed"; readonly problem: Problem };

/** A model that comes with the page. */
export interface ServedModel {
  readonly kind: "served";
  readonly name: string;
  /** Folder, ending in "/". */
  readonly url: string;
  /** Bytes of each file to fetch; model.safetensors and config.json are needed. */
  readonly files: Readonly<Record<string, number>>;
}

/** A model of the visitor's own: its files, on this device. */
export interface OwnModel {
  readonly kind: "own";
  readonly name: string;
  readonly files: Readonly<Record<string, Blob>>;
}

/** Where a model's files are. */
export type ModelSource = ServedModel | OwnModel;

/** The worker's side, called through comlink. One worker has one backend for life: another backend is another worker. */
export interface EngineApi {
  /** Starts `backend` and loads a model; `progress` is called with the bytes that have come, or have been read. */
  start(backend: Backend, source: ModelSource, progress?: (received: number) => void): Promise<Started>;
  /** Whether a model with that config.json could be opened on a backend: null, or why not. Nothing is loaded. */
  check(config: string, backend: Backend): Promise<Problem | null>;
  /** Answers a request. */
  run(request: RunRequest): Promise<Answer>;
  /** Times a whole pass of what the request leads to, nothing remembered: the median of `passes` in ms, or null. */
  time(request: RunRequest): Promise<number | null>;
  /** Values of run `run` and weights, by name; unknown names are absent. null where a newer run took its place. */
  values(run: number, names: readonly string[]): Promise<Readonly<Record<string, TracedArray>> | null>;
  /** A piece of a value; null where there is none of that name, or a newer run took its place. */
  window(run: number, name: string, window: ValueWindow): Promise<TracedArray | null>;
  /** Where one number comes from; null where there is no such cell of a step, or a newer run took its place. */
  derive(run: number, name: string, index: readonly number[]): Promise<DerivedCell | null>;
  /** What the model would say after each sublayer; null where a newer run took its place. */
  lens(run: number): Promise<Lens | null>;
  /** Which parts speak for a token (or class) at a position, and how loud; null where a newer run took its place. */
  attribute(run: number, position: number, token: number): Promise<Attribution | null>;
  /**
   * Sets every head to zero, one at a time on top of the run's changes, and measures the effect; `each` is called with
   * every result as it comes. A newer request ends it: null.
   */
  tryEveryHead(run: number, each: (effect: HeadEffect) => void): Promise<readonly HeadEffect[] | null>;
  /** What there is to say of every step besides its numbers, cost and cache included, by the step's name. */
  explain(run: number): Promise<Readonly<Record<string, Explanation>> | null>;
  /** The steps of run `run`; null where a newer run took its place. */
  trace(run: number): Promise<readonly TraceStep[] | null>;
  /** From now on called with what a run has written so far, now and then while it writes. */
  onWritten(callback: (run: number, text: string, tokens: number) => void): Promise<void>;
  /** Every token of the vocabulary as a reader sees it, by id; empty for a model that reads no text. */
  vocabulary(): Promise<readonly string[]>;
  /** Number of live tensors, for tests of leaks. */
  tensors(): Promise<number>;
  /** Called back once if the backend is lost for good (such as a lost WebGL context). */
  onLost(callback: (message: string) => void): Promise<void>;
}
