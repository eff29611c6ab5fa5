/** Runs a model of any architecture on token ids or patches. */
import type { ModelConfig } from "../model/config";
import { transformer } from "../model/forward/transformer";
import type { Edits, Runner, Value } from "./runner";

type Rows = readonly (readonly number[])[];

/** Token ids as rows of a batch. */
export interface TokenInputs {
  /** What the decoder (or the only stack) reads, [B, T]. */
  readonly ids: Rows;
  /** What the encoder of an encoder–decoder reads, [B, S]. */
  readonly source?: Rows;
  /** 1 keeps, 0 is padding: of the source in an encoder–decoder, else of `ids`. */
  readonly keep?: Rows;
  readonly segments?: Rows;
}

/** Images as patches, [B, P, I]. */
export interface ImageInputs {
  readonly patches: readonly Rows[];
}

export type ForwardInputs = TokenInputs | ImageInputs;

/** One forward pass; → logits [B, T, V], or [B, K] of a model that classifies. The values are the runner's until it needs their place. */
export function forward(runner: Runner, config: ModelConfig, inputs: ForwardInputs, edits?: Edits): Value {
  runner.begin(edits);
  if (config.architecture === "imageEncoder") {
    if (!("patches" in inputs)) throw new Error("An image encoder needs patches, but was given tokens.");
    const patches = runner.input("patches", inputs.patches, ["B", "P", "I"], "float32");
    return transformer(runner, config, runner.weights, { ids: patches, source: null, segments: null, keep: null });
  }
  if ("patches" in inputs) throw new Error("A model of text needs tokens, but was given patches.");
  const encoded = config.architecture === "encoderDecoder";
  const keep = inputs.keep ? runner.input("keep", inputs.keep, ["B", encoded ? "S" : "T"], "float32") : null;
  const ids = runner.input(encoded ? "target" : "ids", inputs.ids, ["B", "T"]);
  const source = inputs.source ? runner.input("source", inputs.source, ["B", "S"]) : null;
  const segmented = config.architecture === "encoderOnly" && config.segments > 0;
  const zeros = inputs.ids.map((row) => row.map(() => 0));
  const segments = segmented ? runner.input("segments", inputs.segments ?? zeros, ["B", "T"]) : null;
  return transformer(runner, config, runner.weights, { ids, source, segments, keep });
}
