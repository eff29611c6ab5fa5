import { describe, expect, it } from "vitest";
import { smallModels } from "../../tests/contract/models";
import { architectureMap } from "../geometry/architecture";
import { shapeOf } from "../state/shape";
import { partOf, stepNames, stepOf } from "./mapSteps";

describe.each(Object.entries(smallModels))("the map of %s", (_, { config }) => {
  const steps = stepNames(config);
  const { parts } = architectureMap(shapeOf(config));

  it("leads from every part to a step of its own", () => {
    const first = parts.map((part) => stepOf(part, steps)?.path ?? part.id);
    expect(first.filter((path) => !steps.some((step) => step.path === path))).toEqual([]);
    expect(new Set(first).size).toBe(parts.length);
  });

  it("marks a part while its first step is shown", () => {
    for (const part of parts) expect(partOf(stepOf(part, steps)?.path ?? "", parts, steps)?.id).toBe(part.id);
  });

  it("has a part for every step", () => {
    expect(steps.filter(({ path }) => partOf(path, parts, steps) === null)).toEqual([]);
  });
});
