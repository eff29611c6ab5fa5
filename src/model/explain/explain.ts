/**
 * What there is to say of a step besides its numbers: symbols, formula, cost and PyTorch, all derived from its operation
 * and its name. Plain data. The words are the page's, by role.
 */

import { type Kind, type Operation, operations } from "../operations";
import { type Cost, costOf } from "../operations/cost";
import { type Axis, input, type WeightRole, type Written } from "../operations/operation";
import { type Shape, sizeOf } from "../operations/regions";
import { newestCost } from "./cache";
import { roleOf, type StepRole } from "./role";
import type { Step } from "./step";
import { symbolOf, type Tone, weightSymbol } from "./symbols";

/** A value that a step is made from. */
export interface Operand {
  readonly name: string;
  readonly from: "step" | "input" | "weight";
  readonly shape: Shape;
  readonly axes: readonly Axis[];
  /** The step that made it; null for weights and for what the model was given. */
  readonly madeBy: Step | null;
}

export interface ExplainedOperand {
  readonly name: string;
  readonly from: Operand["from"];
  /** What it is called: by the step that made it, by what was given, or by what the weight is to this step. */
  readonly value: string;
  /** TeX, coloured by its tone. */
  readonly symbol: string;
  readonly tone: Tone;
  readonly shape: Shape;
  readonly axes: readonly Axis[];
}

export interface Explanation {
  /** null where there are no words for the step. */
  readonly role: StepRole | null;
  readonly symbol: string;
  readonly tone: Tone;
  /** TeX: the step's equation, then those of what it uses; `\htmlClass{tone-query}{…}` colours a symbol. */
  readonly formula: readonly string[];
  /** Python. */
  readonly torch: string;
  readonly cost: Cost;
  /** When one token is added and keys and values of the earlier ones were kept; null where the model looks ahead. */
  readonly newestCost: Cost | null;
  /** In the order of the operation's inputs. */
  readonly operands: readonly ExplainedOperand[];
}

export interface Run {
  /** No position of the run depends on a later one, so that what was computed for it stays true. */
  readonly looksBack: boolean;
  /** The number of the input that a step which is switched off passes on; else null. */
  readonly passes: number | null;
}

type Texts = Pick<Operation<Kind>, "formula" | "torch" | "cost">;

/** What a step does that passes one of its inputs on. */
function passing(number: number): Texts {
  const same = ({ result, inputs }: Written) => `${result} = ${input(inputs, number)}`;
  return {
    formula: (written) => [same(written)],
    torch: same,
    cost(shapes) {
      const size = sizeOf(input(shapes, number));
      return costOf({}, size, size);
    },
  };
}

export function explain(
  step: Step & { readonly inputs: readonly string[] },
  given: readonly Operand[],
  { looksBack, passes }: Run,
): Explanation {
  const operation = operations[step.kind] as Operation<Kind>;
  const texts = passes === null ? operation : passing(passes);
  const attributes = step.attributes as never;
  const operands = given.map((operand, number) => explained(operand, operation.weights[number] ?? null, step));
  const shapes = given.map(({ shape }) => shape);
  const { symbol, tone } = symbolOf(step.value, step);
  const code = texts.torch(
    {
      result: identifier(step.value, step),
      inputs: operands.map(({ value }, i) => identifier(value, given[i]?.madeBy)),
    },
    attributes,
  );
  return {
    role: roleOf(step),
    symbol,
    tone,
    formula: texts.formula({ result: symbol, inputs: operands.map((operand) => operand.symbol) }, attributes),
    torch: `${code}  # [${step.axes.join(", ")}]`,
    cost: texts.cost(shapes, attributes),
    newestCost: looksBack ? newestCost(step, given, (changed) => texts.cost(changed, attributes)) : null,
    operands,
  };
}

function explained(
  { name, from, shape, axes, madeBy }: Operand,
  role: WeightRole | null,
  step: Step,
): ExplainedOperand {
  if (from === "weight") {
    const weight = role ?? "weight";
    return { name, from, value: weight, ...weightSymbol(weight, step.kind, step.value), shape, axes };
  }
  const value = madeBy?.value ?? name;
  return { name, from, value, ...symbolOf(value, madeBy ?? step), shape, axes };
}

/** A Python name: the value's own, with the stack where both stacks have one. */
export function identifier(value: string, place: Pick<Step, "stack"> | null | undefined): string {
  return value === "output" && place?.stack ? `${place.stack}Output` : value;
}
