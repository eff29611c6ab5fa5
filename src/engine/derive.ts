/** Where one number of the last run comes from: its arithmetic with the real operands, and nothing else read back. */
import { replacement } from "../model/edits";
import { type Kind, type Operation, operations } from "../model/operations";
import { copyOf } from "../model/operations/derivation";
import { input } from "../model/operations/operation";
import type { Index, Region, Window } from "../model/operations/regions";
import { broadcast, cellRegion, operand, sameRegion, windowed } from "../model/operations/regions";
import type { DerivedCell, TraceStep } from "./protocol";
import type { Runner, Value } from "./runner";

/** Names of a step's inputs in the order in which its operation takes them. */
export function operandsOf({ inputs, weights }: TraceStep): readonly string[] {
  return [...inputs, ...weights];
}

/**
 * The derivation of cell `index` of the value `name` of the runner's last run; null where the run has no such step (an
 * input or a weight is made from nothing) or the step no such cell. No run may start before the promise is settled.
 */
export async function deriveCell(runner: Runner, name: string, index: Index): Promise<DerivedCell | null> {
  const step = runner.trace().find((candidate) => candidate.name === name);
  if (!step || !inside(step.shape, index)) return null;
  const operation = step.edit?.kind === "skip" ? passing(step.edit.keep) : operations[step.kind];
  const attributes = step.attributes as never;
  const values = operandsOf(step).map((operand) => named(runner, operand));
  const shapes = values.map(({ tensor }) => tensor.shape);

  const windows: Window[] = [];
  const readAll = async (regions: readonly Region[]) => {
    for (const region of regions) {
      if (windows.some((known) => sameRegion(known.region, region))) continue;
      const data = await runner.readWindow(values[region.input]?.name ?? "", region.from, region.to);
      if (data) windows.push({ region, data });
    }
  };
  await readAll(operation.sources(shapes, attributes, index));
  const inputs = windowed(shapes, windows);
  const regions = operation.sources(shapes, attributes, index, inputs.read);
  await readAll(regions);

  const cell = await runner.readWindow(
    name,
    index,
    index.map((place) => place + 1),
  );
  return {
    name,
    index,
    value: cell?.[0] ?? Number.NaN,
    derivation: operation.derive(inputs, attributes, index),
    regions,
    operands: values.map(({ name: of, from, axes, tensor }) => ({ name: of, from, axes, shape: tensor.shape })),
    replaced: step.edit?.kind === "rows" ? replacement(step.edit.rows, index, step.shape.at(-1) ?? 0) : null,
  };
}

/** A step that passes one of its inputs on: the cell is that input's. */
function passing(keep: number): Pick<Operation<Kind>, "sources" | "derive"> {
  return {
    sources: (shapes, _, index) => [cellRegion(keep, broadcast(input(shapes, keep), index))],
    derive: (inputs, _, index) => copyOf(operand(inputs, keep, broadcast(input(inputs.shapes, keep), index))),
  };
}

function named(runner: Runner, name: string): Value {
  const found = runner.find(name);
  if (!found) throw new Error(`A step names ${name}, which the run does not hold.`);
  return found;
}

function inside(shape: readonly number[], index: Index): boolean {
  return (
    index.length === shape.length &&
    index.every((place, d) => Number.isInteger(place) && place >= 0 && place < (shape[d] ?? 0))
  );
}
