/**
 * The steps of a forward pass without computing any: the forward function, run on names. Lists of heads, switches and
 * parts derive from it, so that none of them is written down a second time.
 */
import type { Architecture, ModelConfig } from "../config";
import type { Name } from "../names";
import type { Kind } from "../operations";
import { transformer } from "./transformer";

/** A step that a pass of the model will take. */
export interface PlannedStep {
  readonly name: Name;
  readonly kind: Kind;
  /** Paths of the values that it is made from, weights left out. */
  readonly inputs: readonly string[];
  readonly weights: readonly string[];
}

interface Operand {
  readonly path: string;
  readonly weight: boolean;
}

/** What the input that is called `ids` in the forward functions is called in the trace. */
const read: Readonly<Record<Architecture, string>> = {
  encoderDecoder: "target",
  decoderOnly: "ids",
  encoderOnly: "ids",
  imageEncoder: "patches",
};

const plans = new WeakMap<ModelConfig, readonly PlannedStep[]>();

/** The steps in order, without padding masks. */
export function planOf(config: ModelConfig): readonly PlannedStep[] {
  const known = plans.get(config);
  if (known) return known;
  const steps: PlannedStep[] = [];
  const op = {
    apply(kind: Kind, name: Name, operands: readonly Operand[]): Operand {
      const paths = (weight: boolean) => operands.filter((one) => one.weight === weight).map(({ path }) => path);
      steps.push({ name, kind, inputs: paths(false), weights: paths(true) });
      return { path: name.path, weight: false };
    },
  };
  const given = (path: string): Operand => ({ path, weight: false });
  transformer(op, config, (path) => ({ path, weight: true }), {
    ids: given(read[config.architecture]),
    source: given("source"),
    segments: given("segments"),
    keep: null,
  });
  plans.set(config, steps);
  return steps;
}
