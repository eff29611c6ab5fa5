/** Costs of a run added up: of the whole model, of each sublayer, and of one more token with and without a cache. */
import { type Cost, totalCost } from "../operations/cost";
import { keptBytes } from "./cache";
import { type Group, groupOf, type Step } from "./step";

/** A step with what `explain` says of its cost. */
export interface CostedStep extends Step {
  readonly cost: Cost;
  readonly newestCost: Cost | null;
}

export interface GroupCost {
  readonly group: Group;
  readonly cost: Cost;
}

/** The cost of each group of steps, in the order in which they first come. */
export function costByGroup(steps: readonly CostedStep[]): readonly GroupCost[] {
  const groups = new Map<string, { group: Group; costs: Cost[] }>();
  for (const step of steps) {
    const group = groupOf(step);
    const key = `${group.stack} ${group.layer} ${group.part}`;
    const found = groups.get(key) ?? { group, costs: [] };
    found.costs.push(step.cost);
    groups.set(key, found);
  }
  return [...groups.values()].map(({ group, costs }) => ({ group, cost: totalCost(costs) }));
}

/** What one more token costs. */
export interface TokenCost {
  /** Everything computed anew, as this page does. */
  readonly anew: Cost;
  /** With keys and values kept; null where the model looks ahead, so that nothing stays true. */
  readonly kept: Cost | null;
  /** Bytes of the keys and values that are kept for it. */
  readonly keptBytes: number;
}

export function tokenCost(steps: readonly CostedStep[]): TokenCost {
  const newest = steps.map((step) => step.newestCost).filter((cost) => cost !== null);
  const complete = newest.length === steps.length;
  return {
    anew: totalCost(steps.map(({ cost }) => cost)),
    kept: complete ? totalCost(newest) : null,
    keptBytes: complete ? steps.reduce((sum, step) => sum + keptBytes(step), 0) : 0,
  };
}
