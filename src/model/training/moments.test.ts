import { describe, expect, it } from "vitest";
import { momentsOf } from "./moments";

describe("the moments of a run that are kept", () => {
  it("are twenty, from the first to the last, denser early", () => {
    const steps = momentsOf(2000, 27_000);
    expect(steps.length).toBe(20);
    expect([steps[0], steps.at(-1)]).toEqual([0, 2000]);
    const gaps = steps.slice(1).map((step, index) => step - (steps[index] ?? 0));
    expect(gaps).toEqual([...gaps].sort((a, b) => a - b));
    expect(gaps[0]).toBeLessThan(10);
  });
  it("are no more than the run has steps, each once", () => {
    expect(momentsOf(3, 10)).toEqual([0, 1, 3]);
    expect(momentsOf(1, 10)).toEqual([0, 1]);
  });
  it("are fewer where the weights are many, and none where not two would fit", () => {
    const size = 1_300_000;
    const steps = momentsOf(2000, size);
    expect(steps.length).toBeLessThan(20);
    expect(steps.length * size * 4).toBeLessThanOrEqual(48 * 2 ** 20);
    expect(steps.at(-1)).toBe(2000);
    expect(momentsOf(2000, 25_000_000)).toEqual([]);
  });
});
