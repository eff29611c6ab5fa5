/** Runs a model of any architecture on token ids. */
import type { ModelConfig } from "../model/config";
import { decoderOnly } from "../model/forward/decoderOnly";
import { encoderDecoder } from "../model/forward/encoderDecoder";
import { encoderOnly } from "../model/forward/encoderOnly";
import type { Runner, Value, Zeroed } from "./runner";

type Rows = readonly (readonly number[])[];

/** Token ids as rows of a batch. */
export interface ForwardInputs {
  /** What the decoder (or the only stack) reads, [B, T]. */
  readonly ids: Rows;
  /** What the encoder of an encoder–decoder reads, [B, S]. */
  readonly source?: Rows;
  /** 1 keeps, 0 is padding: of the source in an encoder–decoder, else of `ids`. */
  readonly keep?: Rows;
  readonly segments?: Rows;
}

/** One forward pass; → logits [B, T, V]. The values are the runner's until it needs their place. */
export function forward(runner: Runner, config: ModelConfig, inputs: ForwardInputs, zeroed?: Zeroed): Value {
  runner.begin(zeroed);
  const source = config.architecture === "encoderDecoder";
  const keep = inputs.keep ? runner.input("keep", inputs.keep, ["B", source ? "S" : "T"], "float32") : null;
  const ids = runner.input(source ? "target" : "ids", inputs.ids, ["B", "T"]);
  if (config.architecture === "encoderDecoder") {
    if (!inputs.source) throw new Error("An encoder–decoder needs source tokens, but was given none.");
    const values = { source: runner.input("source", inputs.source, ["B", "S"]), target: ids, keep };
    return encoderDecoder(runner, config, runner.weights, values);
  }
  if (config.architecture === "decoderOnly") return decoderOnly(runner, config, runner.weights, { ids, keep });
  const zeros = inputs.ids.map((row) => row.map(() => 0));
  const segments = config.segments > 0 ? runner.input("segments", inputs.segments ?? zeros, ["B", "T"]) : null;
  return encoderOnly(runner, config, runner.weights, { ids, segments, keep });
}
