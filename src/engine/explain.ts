/** Explains the steps of a runner's last run. */
import { type Explanation, explain, type Operand } from "../model/explain/explain";
import { operandsOf } from "./derive";
import type { Runner } from "./runner";

/** What there is to say of every step besides its numbers, by the step's name; nothing is read back. */
export function explainRun(runner: Runner): Readonly<Record<string, Explanation>> {
  const steps = runner.trace();
  const byName = new Map(steps.map((step) => [step.name, step]));
  // A decoder looks back only, and what it reads of an encoder does not change as it writes.
  const masks = steps.filter(({ kind, attributes }) => kind === "mask" && attributes.causal === true);
  const looksBack = masks.length > 0 && masks.every(({ edit }) => edit?.kind !== "skip");
  return Object.fromEntries(
    steps.map((step) => {
      const operands = operandsOf(step).map((name): Operand => {
        const value = runner.find(name);
        if (!value) throw new Error(`${step.name} names ${name}, which the run does not hold.`);
        const { from, axes, tensor } = value;
        return { name, from, axes, shape: tensor.shape, madeBy: byName.get(name) ?? null };
      });
      return [
        step.name,
        explain(step, operands, { looksBack, passes: step.edit?.kind === "skip" ? step.edit.keep : null }),
      ];
    }),
  );
}
