/** What crosses to the page of a run's values: plain data, part of the protocol of the worker. */
import type { Edit } from "../model/edits";
import type { AttentionPart, Stack } from "../model/names";
import type { Derivation } from "../model/operations/derivation";
import type { Axis, Kind } from "../model/operations/operation";
import type { Region } from "../model/operations/regions";

/** Rows and columns of a value's last two dimensions, at `index` of those before; bounds beyond the value are cut. */
export interface ValueWindow {
  readonly index: readonly number[];
  /** From, and to (not included). */
  readonly rows: readonly [number, number];
  readonly columns: readonly [number, number];
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
  /** As the model computed it; the derivation's result differs by rounding alone, unless the cell was replaced. */
  readonly value: number;
  readonly derivation: Derivation;
  /** The cells of the operands that the derivation reads. */
  readonly regions: readonly Region[];
  /** By the number that the derivation gives its inputs. */
  readonly operands: readonly DerivedOperand[];
  /** What a change put in the place of the derivation's result; null where nothing did. */
  readonly replaced: number | null;
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
  /** What a change made of its result; null for what the operation computed. */
  readonly edit: Edit | null;
  /** Whether this run computed it, or an earlier one did and nothing it depends on has changed. */
  readonly computed: boolean;
}
